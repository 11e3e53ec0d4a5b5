import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { inflateSync } from 'node:zlib';

interface NavigationItem {
  readonly path?: string;
  readonly children?: readonly NavigationItem[];
}

/** Pages of a site, as paths from its folder. */
export function pagesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .sort();
}

/** Links of all pages, of the navigation and of the search, that lead to no file or to no place in it. */
export function brokenLinks(folder: string): string[] {
  const pages = pagesOf(folder);
  const texts = new Map(pages.map((page) => [page, readFileSync(join(folder, page), 'utf8')]));
  const places = new Map(
    [...texts].map(([page, text]) => [page, new Set(Array.from(text.matchAll(/\bid="([^"]+)"/g), ([, id]) => id!))]),
  );
  const isBroken = (from: string, link: string): boolean => {
    const [path, place] = decodeURI(link.replaceAll('&amp;', '&')).split('#');
    const file = path === '' ? from : normalize(join(dirname(from), path!.split('?')[0]!));
    if (!existsSync(join(folder, file))) return true;
    return Boolean(place) && places.has(file) && !places.get(file)!.has(place!);
  };
  const ofPages = [...texts].flatMap(([page, text]) =>
    Array.from(text.matchAll(/\b(?:href|src)="([^"]*)"/g), ([, link]) => link!)
      .filter((link) => !/^(?:[a-z]+:|#icon-)/.test(link) && isBroken(page, link))
      .map((link) => `${page} → ${link}`),
  );
  const paths = [...navigationPaths(readData(folder, 'navigation')), ...searchPaths(readData(folder, 'search'))];
  return [...ofPages, ...paths.filter((path) => isBroken('', path)).map((path) => `navigation or search → ${path}`)];
}

/** Data that TypeDoc stores as compressed JSON in a script. */
function readData(folder: string, name: string): unknown {
  const script = readFileSync(join(folder, `assets/${name}.js`), 'utf8');
  const data = /"([^"]*)"/.exec(script)![1]!;
  return JSON.parse(inflateSync(Buffer.from(data, 'base64')).toString());
}

function navigationPaths(items: unknown): string[] {
  return (items as NavigationItem[]).flatMap(({ path, children = [] }) => [
    ...(path === undefined ? [] : [path]),
    ...navigationPaths(children),
  ]);
}

function searchPaths(data: unknown): string[] {
  return (data as { rows: { url: string }[] }).rows.map(({ url }) => url);
}
