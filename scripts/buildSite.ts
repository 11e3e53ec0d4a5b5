// Builds the documentation site into docs/api: npm run docs
import { Application, TypeDocReader, TSConfigReader } from 'typedoc';
import { readDocuments } from './site/documents.ts';
import { indexKeywords } from './site/keywords.ts';
import { mergeEntries } from './site/mergeEntries.ts';
import { scrollTables } from './site/scrollTables.ts';
import { SiteTheme } from './site/siteTheme.ts';

const app = await Application.bootstrapWithPlugins({ theme: 'site' }, [new TypeDocReader(), new TSConfigReader()]);
for (const install of [readDocuments, mergeEntries, scrollTables, indexKeywords]) install(app);
app.renderer.defineTheme('site', SiteTheme);
const project = await app.convert();
if (!project) process.exit(1);
app.validate(project);
await app.generateOutputs(project);
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exit(1);
