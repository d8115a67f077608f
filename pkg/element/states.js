// The element's states, for `:state(loading)` and `:state(error)`; browsers without them get the attribute `data-state`.

function tryStates(element) {
  try {
    const { states } = element.attachInternals();
    // Chrome before 125 knew only names that begin with dashes.
    states.add("loading");
    states.delete("loading");
    return states;
  } catch {
    return null;
  }
}

/** `set(name)` puts the element into one state, or, with null, into none. */
export function stateOf(element) {
  const states = tryStates(element);
  return {
    set(name) {
      if (states) {
        states.clear();
        if (name) states.add(name);
      } else if (name) element.dataset.state = name;
      else delete element.dataset.state;
    },
  };
}
