// The layers of marks, the panels, and how their names stand in attributes.

/** Name of a layer → the mark's layer, the words of its button. */
export const LAYERS = new Map([
  ["quotes", { mark: "quote", label: "Quotes" }], ["names", { mark: "name", label: "Names" }],
  ["dates", { mark: "date", label: "Dates" }], ["readability", { mark: "sentence", label: "Hard sentences" }],
]);
export const PANELS = new Map([["quotes", "Who said what"], ["names", "Names"], ["readability", "Readability"], ["dates", "Dates"]]);

/** The names of `all` that an attribute lists; every one when there is no attribute. Names it does not know are left out. */
export function listed(value, all) {
  const names = [...all.keys()];
  if (value === null) return names;
  const wanted = new Set(value.toLowerCase().split(/\s+/));
  return names.filter((name) => wanted.has(name));
}
