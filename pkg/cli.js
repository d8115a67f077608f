#!/usr/bin/env node
// The command `copydesk`; `copydesk --help` says what it does.
import { main } from "./cli/main.js";

process.exitCode = await main(process.argv.slice(2), process);
