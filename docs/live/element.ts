const SVG = 'http://www.w3.org/2000/svg';

type Child = Node | string;
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Makes an element of HTML. An attribute that is undefined is left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  return filled(document.createElement(tag), attributes, children);
}

/** Makes an element of SVG. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled<Of extends Element>(made: Of, attributes: Attributes, children: readonly Child[]): Of {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
}

let controls = 0;

/** A control with its label above. */
export function labelled<Control extends HTMLElement>(text: string, control: Control): HTMLElement {
  control.id = `live-${++controls}`;
  return element('div', { class: 'field' }, element('label', { for: control.id }, text), control);
}

/** A choice between values, the first of which is selected. */
export function choice(values: readonly string[]): HTMLSelectElement {
  return element('select', {}, ...values.map((value) => element('option', { value }, value)));
}

/** A slider with its label and value above. */
export function slider(
  text: string,
  range: { min: number; max: number; step: number; value: number },
): { control: HTMLInputElement; field: HTMLElement } {
  const control = element('input', { type: 'range', ...range });
  const shown = element('output', {}, control.value);
  control.addEventListener('input', () => (shown.value = control.value));
  const field = labelled(text, control);
  field.querySelector('label')!.append(' ', shown);
  return { control, field };
}

/** Runs an update; shows its error in place and dims the results. */
export function guarded(box: HTMLElement, message: HTMLElement, update: () => void): void {
  try {
    update();
    message.textContent = '';
    delete box.dataset['failed'];
  } catch (error) {
    message.textContent = error instanceof Error ? error.message : String(error);
    box.dataset['failed'] = '';
  }
}
