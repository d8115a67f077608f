// Colours of the article and its marks, in light and in dark. Text and cues keep their contrast in every pair.

export const PALETTE = [
  ["page", "#fffefb", "#16181c"], ["ink", "#1b1d21", "#e8e8e6"], ["soft", "#585c64", "#a9aeb6"], ["line", "#d9d3c4", "#363b43"],
  ["quote", "#fff3b8", "#3d3a12"], ["reported", "#fff9de", "#2a291a"], ["quote-edge", "#8a6d00", "#d9c24a"],
  ["person", "#0b57a4", "#8ec5ff"], ["organization", "#7a3e00", "#ffc078"], ["place", "#0a6b3d", "#7fdca4"], ["thing", "#6b6659", "#a9aeb6"],
  ["date", "#7a1f7a", "#f0a6f0"], ["hard", "#b45309", "#f0a050"], ["very-hard", "#b3261e", "#ff8a80"],
];

/** The declarations of one scheme. */
export const colours = (scheme) => PALETTE.map(([name, light, dark]) => `--${name}: ${scheme === "light" ? light : dark};`).join(" ");
