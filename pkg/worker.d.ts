/**
 * The engine's side of a worker. A worker whose script imports this module can be given to `createAnalyzer`; outside
 * a worker the import does nothing.
 */
export {};
