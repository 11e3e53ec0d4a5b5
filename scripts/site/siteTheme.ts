import {
  DefaultTheme,
  DefaultThemeRenderContext,
  JSX,
  ReflectionKind,
  type DeclarationReflection,
  type DocumentReflection,
  type NavigationElement,
  type PageEvent,
  type ParameterReflection,
  type ProjectReflection,
  type Reflection,
  type ReflectionGroup,
  type SignatureReflection,
} from 'typedoc';
import { allNames } from './allNames.ts';
import { inheritedMembers } from './inheritedMembers.ts';
import { categoryOfSymbol, entriesOf, twinName } from './mergeEntries.ts';
import { INHERITED } from './memberGroups.ts';
import { siteNavigation } from './navigation.ts';
import { optionsOf, optionTable } from './optionTable.ts';

const h = JSX.createElement;

/** The default theme of TypeDoc with guides, categories, import lines and tables of options. */
export class SiteTheme extends DefaultTheme {
  override ContextClass: typeof SiteContext = SiteContext;

  override buildNavigation(project: ProjectReflection): NavigationElement[] {
    return siteNavigation(project, (of) => ({
      text: of.name,
      path: this.router.getFullUrl(of),
      ...(!of.isDocument() && { kind: of.kind }),
    }));
  }
}

class SiteContext extends DefaultThemeRenderContext {
  constructor(...args: ConstructorParameters<typeof DefaultThemeRenderContext>) {
    super(...args);
    const { pageNavigation, reflectionTemplate } = this;
    this.reflectionTemplate = (page) => {
      const { model } = page;
      if (model.isProject()) return allNames(this, model.children ?? []);
      const isClass = model.isDeclaration() && model.kindOf(ReflectionKind.Class);
      return isClass ? this.classTemplate(model) : reflectionTemplate(page);
    };
    // The title is not a place within the page.
    this.pageNavigation = (page) => {
      for (const section of page.pageSections) section.headings = section.headings.filter(({ level }) => level !== 1);
      return pageNavigation(page);
    };
  }

  /** A guide with links to the one before and the one after. */
  override documentTemplate = (page: PageEvent<DocumentReflection>): JSX.Element => {
    const documents = page.project.documents ?? [];
    const at = documents.indexOf(page.model);
    const link = (to: DocumentReflection | undefined, rel: 'prev' | 'next'): JSX.Element | null =>
      to ? h('a', { href: this.urlTo(to), rel }, rel === 'prev' ? `← ${to.name}` : `${to.name} →`) : null;
    return h(
      JSX.Fragment,
      null,
      h('div', { class: 'tsd-panel tsd-typography' }, h(JSX.Raw, { html: this.markdown(page.model.content) })),
      h(
        'nav',
        { class: 'neighbors', 'aria-label': 'Previous and next page' },
        link(documents[at - 1], 'prev'),
        link(documents[at + 1], 'next'),
      ),
    );
  };

  /** The category of a symbol instead of its parents, all of which are the project. */
  override breadcrumbs = (of: Reflection): JSX.Element => {
    const category = of.isDocument() ? String(of.frontmatter['category']) : categoryOfSymbol(of);
    if (!category) return h(JSX.Fragment, null);
    return h('p', { class: 'eyebrow' }, category);
  };

  override header = (page: PageEvent<Reflection>): JSX.Element => {
    const { model } = page;
    if (model.isDocument()) return h('div', { class: 'tsd-page-title' }, this.breadcrumbs(model));
    if (!model.isDeclaration()) return page.url === 'index.html' ? h(JSX.Fragment, null) : h('h1', null, 'All names');
    return h(
      'div',
      { class: 'tsd-page-title' },
      this.breadcrumbs(model),
      h(
        'h1',
        null,
        breakable(model.name),
        h('span', { class: 'kind' }, ReflectionKind.singularString(model.kind).toLowerCase()),
      ),
      importLine(model),
      this.twinLine(model),
    );
  };

  /** Link from a function to the metric that streams it, and back. */
  private twinLine(of: DeclarationReflection): JSX.Element | null {
    const twin = of.project.children?.find(({ name }) => name === twinName(of.name));
    const isMetric = (symbol: DeclarationReflection): boolean => symbol.getChildByName('compute') !== undefined;
    if (!twin || ![of, twin].some(isMetric)) return null;
    const text = of.kindOf(ReflectionKind.Function) ? 'Batch by batch: ' : 'In one call: ';
    return h('p', { class: 'twin' }, text, h('a', { href: this.urlTo(twin) }, h('code', null, twin.name)));
  }

  /** Description and example first, then members, and last what the class is made of. */
  private classTemplate(model: DeclarationReflection): JSX.Element {
    return h(
      JSX.Fragment,
      null,
      h(
        'section',
        { class: 'tsd-panel tsd-comment' },
        this.commentSummary(model),
        this.examples(model),
        this.tagsBesides('@example', model),
      ),
      model.groups?.map((group) => this.memberGroup(group)),
      model.typeParameters && this.typeParameters(model.typeParameters),
      this.hierarchy(model.typeHierarchy),
    );
  }

  private memberGroup({ title, children }: ReflectionGroup): JSX.Element {
    this.page.startNewSection(title);
    return h(
      'details',
      { class: 'tsd-panel-group tsd-member-group tsd-accordion', open: title !== INHERITED },
      h(
        'summary',
        { class: 'tsd-accordion-summary', 'data-key': `members-${title}` },
        this.icons.chevronDown(),
        h('h2', { id: this.slugger.slug(title) }, title),
        title === INHERITED && h('span', { class: 'count' }, `${children.length} members`),
      ),
      h(
        'section',
        null,
        title === INHERITED
          ? inheritedMembers(this, children as DeclarationReflection[])
          : children.map((child) => this.member(child)),
      ),
    );
  }

  /** Description and example first, then parameters with their options in place. */
  override memberSignatureBody = (of: SignatureReflection): JSX.Element => {
    const returns = of.comment?.getTag('@returns');
    return h(
      JSX.Fragment,
      null,
      this.reflectionFlags(of),
      this.commentSummary(of),
      this.examples(of),
      of.parameters?.length
        ? h(
            'div',
            { class: 'tsd-parameters' },
            h('h4', { class: 'tsd-parameters-title' }, 'Parameters'),
            h(
              'ul',
              { class: 'tsd-parameter-list' },
              of.parameters.map((parameter) => this.parameter(parameter)),
            ),
          )
        : null,
      of.type
        ? h(
            JSX.Fragment,
            null,
            h('h4', { class: 'tsd-returns-title' }, 'Returns ', this.type(of.type)),
            returns && h(JSX.Raw, { html: this.markdown(returns.content) }),
            this.typeDetailsIfUseful(of, of.type),
          )
        : null,
      this.tagsBesides('@example', of),
      of.typeParameters?.length ? this.typeParameters(of.typeParameters) : null,
    );
  };

  private parameter(of: ParameterReflection): JSX.Element {
    const options = optionsOf(of);
    return h(
      'li',
      null,
      h(
        'span',
        null,
        this.reflectionFlags(of),
        of.flags.isRest && h('span', { class: 'tsd-signature-symbol' }, '...'),
        h('span', { class: 'tsd-kind-parameter' }, of.name),
        ': ',
        this.type(of.type),
        of.defaultValue !== undefined && h('span', { class: 'tsd-signature-symbol' }, ` = ${of.defaultValue}`),
      ),
      this.commentSummary(of),
      this.commentTags(of),
      options ? optionTable(this, options) : this.typeDetailsIfUseful(of, of.type),
    );
  }

  private tagsBesides(name: `@${string}`, of: DeclarationReflection | SignatureReflection): JSX.Element | undefined {
    const shown = of.comment?.getTags(name) ?? [];
    for (const tag of shown) tag.skipRendering = true;
    const rendered = this.commentTags(of);
    for (const tag of shown) tag.skipRendering = false;
    return rendered;
  }

  private examples(of: DeclarationReflection | SignatureReflection): JSX.Element | null {
    const examples = of.comment?.getTags('@example') ?? [];
    if (examples.length === 0) return null;
    return h(
      'div',
      { class: 'tsd-comment tsd-typography' },
      examples.map(({ content }) => h(JSX.Raw, { html: this.markdown(content) })),
    );
  }
}

/** A name that may break before its capital letters. */
function breakable(name: string): JSX.Element {
  return h(
    JSX.Fragment,
    null,
    name.split(/(?<=[a-z0-9])(?=[A-Z])/).map((part, i) => h(JSX.Fragment, null, i > 0 && h('wbr', null), part)),
  );
}

function importLine(of: DeclarationReflection): JSX.Element | null {
  const entries = entriesOf(of);
  if (entries.length === 0) return null;
  const keyword = of.kindOf(ReflectionKind.Interface | ReflectionKind.TypeAlias) ? 'import type' : 'import';
  return h(
    'p',
    { class: 'import' },
    h('code', null, `${keyword} { ${of.name} } from '${entries[0]}';`),
    entries.length > 1 && h('span', null, ` also in ${entries.slice(1).join(', ')}`),
  );
}
