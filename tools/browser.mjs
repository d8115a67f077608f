// The system's Chromium, driven by playwright-core: one launch for package tests and page tests.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const CHROMIUM = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DRIVER = ["chromedriver", "chromium.chromedriver"];

// Background networking off: a closed network would otherwise be asked for updates at every start.
export const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium's own sandbox refuses to run as root. */
export const ROOT_FLAGS = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** The first of the programs found on PATH, or null. */
export function which(...names) {
  for (const folder of (process.env.PATH ?? "").split(delimiter).filter(Boolean)) {
    for (const name of names) {
      for (const file of process.platform === "win32" ? [`${name}.exe`, `${name}.cmd`] : [name]) {
        try {
          accessSync(join(folder, file), constants.X_OK);
          return join(folder, file);
        } catch {
          // Not in this folder.
        }
      }
    }
  }
  return null;
}

/** Path of Chromium: the variable CHROMIUM, else what PATH has; null when there is none. */
export const findChromium = () => process.env.CHROMIUM ?? which(...CHROMIUM);

/** Path of the WebDriver that belongs to it: the variable CHROMEDRIVER, else what PATH has; null when there is none. */
export const findChromedriver = () => process.env.CHROMEDRIVER ?? which(...DRIVER);

/**
 * Launches headless Chromium. Close what comes back.
 * @param {import("playwright-core").LaunchOptions} [options] added to the usual ones
 * @returns {Promise<import("playwright-core").Browser>}
 */
export async function launch(options = {}) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("Chromium is missing: install it (Debian: apt-get install chromium chromium-driver)");
  const { chromium } = await import("playwright-core");
  return chromium.launch({ executablePath, headless: true, ...options, args: [...FLAGS, ...ROOT_FLAGS, ...(options.args ?? [])] });
}

/**
 * Opens a page that remembers what went wrong on it: `problems` collects page errors, console errors, refused
 * policies and requests that leave `origin`.
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems = [];
  const { origin } = new URL(url);
  page.on("pageerror", (error) => problems.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    // A page without an icon is no fault of what it shows.
    const icon = message.location().url.endsWith("/favicon.ico");
    if (message.type() === "error" && !icon) problems.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) problems.push(`request: ${request.url()}`);
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(url);
  return { context, page, problems };
}
