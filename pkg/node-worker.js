// worker.js for Node's worker_threads.
import { parentPort, workerData } from "node:worker_threads";
import { answer } from "./worker.js";

// Test runners run tests in threads of their own; only a thread that the package started is a worker of the package.
if (parentPort && workerData?.copydesk) {
  const port = { onmessage: null, postMessage: (message, moved) => parentPort.postMessage(message, moved) };
  answer(port);
  parentPort.on("message", (data) => port.onmessage({ data }));
}
