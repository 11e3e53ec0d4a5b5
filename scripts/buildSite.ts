// Builds the documentation site into docs/api: npm run docs
import { build } from 'vite';
import { Application, TypeDocReader, TSConfigReader } from 'typedoc';
import { packageEntries } from './build/packageEntries.ts';
import { CATEGORIES } from './site/categories.ts';
import { readDocuments } from './site/documents.ts';
import { indexKeywords } from './site/indexKeywords.ts';
import { trimInheritedConstructors } from './site/inheritedConstructors.ts';
import { groupMembers } from './site/memberGroups.ts';
import { mendPages } from './site/mendPages.ts';
import { nameArguments } from './site/namedArguments.ts';
import { rankSearch } from './site/rankSearch.ts';
import { showValues } from './site/shownValues.ts';
import { indexSymbolsOnly, mergeEntries } from './site/mergeEntries.ts';
import { addScripts } from './site/pageScripts.ts';
import { fitTables } from './site/fitTables.ts';
import { SiteTheme } from './site/siteTheme.ts';

const entryPoints = [...packageEntries().values()];
const app = await Application.bootstrapWithPlugins({ entryPoints, theme: 'site', categoryOrder: [...CATEGORIES] }, [
  new TypeDocReader(),
  new TSConfigReader(),
]);
for (const install of [
  readDocuments,
  mergeEntries,
  indexSymbolsOnly,
  trimInheritedConstructors,
  showValues,
  nameArguments,
  groupMembers,
  fitTables,
  indexKeywords,
  rankSearch,
  addScripts,
  mendPages,
])
  install(app);
app.renderer.defineTheme('site', SiteTheme);
const project = await app.convert();
if (!project) process.exit(1);
app.validate(project);
await app.generateOutputs(project);
await build({ configFile: 'docs/live/vite.config.ts', logLevel: 'warn' });
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exit(1);
