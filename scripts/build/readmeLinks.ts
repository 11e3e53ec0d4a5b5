/** Returns Markdown whose links to files of the repository start with `base`. */
export function absoluteLinks(markdown: string, base: string): string {
  return markdown.replace(/\]\((?![a-z]+:|#)([^)]+)\)/g, `](${base}$1)`);
}

/** Undoes {@link absoluteLinks}. */
export function relativeLinks(markdown: string, base: string): string {
  return markdown.replaceAll(`](${base}`, '](');
}
