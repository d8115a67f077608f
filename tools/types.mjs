// The declarations of the package's types, read by the TypeScript compiler.
import { join } from "node:path";
import { SyntaxKind } from "typescript/unstable/ast";
import { API } from "typescript/unstable/sync";
import { ROOT } from "./serve.mjs";

const TYPES = join(ROOT, "pkg", "index.d.ts");

/** The doc comment of a declaration as one line; "" when it has none. */
export const docOf = (node) => (node.jsDoc ?? []).flatMap(({ comment }) => comment ?? []).map(({ text }) => text).join("").replace(/\s+/g, " ").trim();

/** The name of a declaration; a property may be named by a computed symbol. */
function nameOf(node, file) {
  if (node.kind === SyntaxKind.VariableStatement) return node.declarationList.declarations[0].name.text;
  return node.name ? node.name.text ?? node.name.getText(file) : "constructor";
}

/**
 * Reads the declarations and hands them to `use`, which gets them as [{ name, doc, node, source }] and the syntax tree's kinds;
 * `source` is the declaration's text. The tree lives only as long as `use` runs.
 */
export function withDeclarations(use) {
  const api = new API({ cwd: ROOT });
  try {
    const file = api.updateSnapshot({ openFiles: [TYPES] }).getDefaultProjectForFile(TYPES).program.getSourceFile(TYPES);
    const declared = (node) => ({ name: nameOf(node, file), doc: docOf(node), node, source: node.getText(file) });
    return use(file.statements.map(declared), { declared });
  } finally {
    api.close();
  }
}
