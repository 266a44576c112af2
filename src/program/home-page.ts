/** The page at `/`: what this is, and where to read more. Plain HTML, no scripts, nothing from elsewhere. */

export interface HomePage {
  readonly title: string;
  /** One line: which process this is. */
  readonly lead: string;
  /** Endpoints worth a look: path and what it shows. */
  readonly links: readonly (readonly [string, string])[];
}

export const MASTER_LINKS: HomePage["links"] = [
  ["/state", "everything: agents, frameworks, tasks"],
  ["/state-summary", "the same, counted"],
  ["/slaves", "agents and their resources"],
  ["/frameworks", "frameworks and their tasks"],
  ["/tasks", "tasks, newest first"],
  ["/roles", "roles, weights and shares"],
  ["/quota", "quota"],
  ["/weights", "weights"],
  ["/maintenance/schedule", "planned maintenance"],
  ["/metrics/snapshot", "metrics"],
  ["/flags", "flags of this process"],
  ["/version", "version"],
  ["/health", "200 while this process lives"],
];

export function homePage({ title, lead, links }: HomePage): string {
  const rows = links.map(([path, what]) => `<li><a href="${path}"><code>${path}</code></a><span>${escape(what)}</span></li>`).join("\n");
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>
:root { color-scheme: light dark; --ink: #1d2430; --dim: #667085; --line: #e4e7ec; --paper: #fff; --link: #0b5cad; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ef; --dim: #98a2b3; --line: #2b3342; --paper: #12161d; --link: #7ab8ff; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
main { max-width: 42rem; margin: 12vh auto 4rem; padding: 0 1.5rem; }
h1 { font-size: 1.9rem; font-weight: 650; margin: 0 0 .3rem; }
p { color: var(--dim); margin: 0 0 2rem; }
ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
li { display: flex; gap: 1rem; padding: .55rem 0; border-bottom: 1px solid var(--line); }
li a { flex: 0 0 15rem; color: var(--link); text-decoration: none; }
li a:hover { text-decoration: underline; }
li span { color: var(--dim); }
</style>
<main>
<h1>${escape(title)}</h1>
<p>${escape(lead)}</p>
<ul>
${rows}
</ul>
</main>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
