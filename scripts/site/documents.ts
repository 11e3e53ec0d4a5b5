import { relative } from 'node:path';
import { Converter, type Application, type DocumentReflection, type Context } from 'typedoc';
import { DOCUMENTS } from './guides.ts';

const files = new Map<number, string>();

/** File of a page that is written by hand, as `docs/sql.md`. */
export function fileOfDocument(document: DocumentReflection): string {
  return files.get(document.id)!;
}

/** Takes the title of a page from its first heading, and its place from the list of guides. */
export function readDocuments(app: Application): void {
  app.options.setValue('projectDocuments', [...DOCUMENTS]);
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context: Context | undefined, document: DocumentReflection) => {
    const text = document.content.map((part) => part.text).join('');
    document.name = /^# (.+)$/m.exec(text)![1]!.replaceAll('`', '');
    const file = relative(process.cwd(), document.project.files.getReflectionPath(document) ?? '');
    files.set(document.id, file);
    document.frontmatter['category'] = file.startsWith('docs/live/') ? 'Try it' : 'Guides';
  });
}
