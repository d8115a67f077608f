/** Light, dark or as the system has it. Not stored: the page keeps nothing. */

export function startTheme() {
  const choices = [...document.querySelectorAll("[data-theme-choice]")];
  for (const choice of choices) {
    choice.addEventListener("click", () => {
      document.documentElement.dataset.theme = choice.dataset.themeChoice;
      for (const other of choices) other.setAttribute("aria-pressed", String(other === choice));
    });
  }
}
