// The declarations of the package's types, read by the TypeScript compiler.
import { join } from "node:path";
import { SyntaxKind } from "typescript/unstable/ast";
import { API } from "typescript/unstable/sync";
import { ROOT } from "./serve.mjs";

const KINDS = new Map([
  [SyntaxKind.InterfaceDeclaration, "interface"], [SyntaxKind.ClassDeclaration, "class"], [SyntaxKind.FunctionDeclaration, "function"],
  [SyntaxKind.TypeAliasDeclaration, "type"], [SyntaxKind.VariableStatement, "constant"],
]);

/** The doc comment of a declaration as one line; "" when it has none. */
export const docOf = (node) => (node.jsDoc ?? []).flatMap(({ comment }) => comment ?? []).map(({ text }) => text).join("").replace(/\s+/g, " ").trim();

/** The name of a declaration or member as it stands in the source; a constructor has none of its own. */
function nameOf(node, file) {
  const named = node.kind === SyntaxKind.VariableStatement ? node.declarationList.declarations[0] : node;
  return named.name ? named.name.getText(file) : "constructor";
}

/**
 * Reads a file of declarations of pkg/ and hands { declarations, passedOn } to `use`: what the file declares for others, as
 * { name, kind, doc, node, source, members }, members as { name, doc, node, source }, and the names it passes on from other
 * files. The syntax tree lives only as long as `use` runs.
 */
export function withDeclarations(path, use) {
  const full = join(ROOT, "pkg", path);
  const api = new API({ cwd: ROOT });
  try {
    const file = api.updateSnapshot({ openFiles: [full] }).getDefaultProjectForFile(full).program.getSourceFile(full);
    const described = (node) => ({ name: nameOf(node, file), doc: docOf(node), node, source: node.getText(file) });
    const exported = (node) => node.modifiers?.some(({ kind }) => kind === SyntaxKind.ExportKeyword);
    return use({
      declarations: file.statements.filter((node) => KINDS.has(node.kind) && exported(node))
        .map((node) => ({ ...described(node), kind: KINDS.get(node.kind), members: (node.members ?? []).map(described) })),
      passedOn: file.statements.filter(({ kind }) => kind === SyntaxKind.ExportDeclaration)
        .flatMap(({ exportClause }) => exportClause?.elements?.map(({ name }) => name.text) ?? []),
    });
  } finally {
    api.close();
  }
}
