import { choicesOf, type Field } from './fields';
import type { Input } from './inputs';
import { create } from '../dom';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | HTMLFieldSetElement;

/** The input types for formats. The API does not check formats; they choose the keyboard of a phone. */
const INPUT_TYPES: Readonly<Record<string, string>> = { 'email': 'email', 'idn-email': 'email', 'uri': 'url', 'iri': 'url' };
/** A text that can be longer than this has several lines. */
const LONG_TEXT = 200;

/** What the form shows and where it puts the inputs of the person. */
export interface FormSource {
  inputOf(field: Field): Input;
  enter(field: Field, input: Input): void;
}

/** The form of a profile. */
export class FormView {
  private readonly controls = new Map<string, Control>();
  private readonly errors = new Map<string, HTMLElement>();
  private rendered = 0;

  constructor(container: HTMLElement, fields: readonly Field[], private readonly source: FormSource) {
    container.replaceChildren(...fields.map((field) => this.render(field)));
  }

  /** Shows messages beside their fields, removes the earlier ones, and moves the focus to the first field that has one. */
  public showErrors(messages: ReadonlyMap<string, readonly string[]>): void {
    let first: Control | undefined;
    for (const [pointer, control] of this.controls) {
      const texts = messages.get(pointer) ?? [];
      this.errors.get(pointer)!.textContent = texts.join(' ');
      control.toggleAttribute('data-invalid', texts.length > 0);
      if (texts.length === 0) {
        control.removeAttribute('aria-invalid');
        continue;
      }
      // A fieldset can't be invalid; it is described by the error.
      if (!(control instanceof HTMLFieldSetElement)) {
        control.setAttribute('aria-invalid', 'true');
      }
      first ??= control;
    }
    first?.focus();
  }

  /** Returns messages for inputs that the browser has no value for, such as a part of a date, by JSON pointer. */
  public incompleteInputs(): ReadonlyMap<string, string> {
    const incomplete = [...this.controls].filter(([, { validity }]) => validity.badInput);
    return new Map(incomplete.map(([pointer]) => [pointer, 'Complete the value, or remove it.']));
  }

  private render(field: Field): HTMLElement {
    // Not the pointer, which can contain spaces: they separate the ids in aria-describedby.
    const id = `field-${this.rendered++}`;
    const hintText = field.hint ?? (field.kind === 'json' && !field.readOnly ? 'In JSON, such as {"name": "Ann"} or [1, 2].' : undefined);
    const hint = hintText === undefined ? [] : [create('p', { id: `${id}-hint`, class: 'hint' }, hintText)];
    const error = create('p', { id: `${id}-error`, class: 'error' });
    const control = this.control(field, id);
    control.setAttribute('aria-describedby', [...hint, error].map((element) => element.id).join(' '));
    this.controls.set(field.pointer, control);
    this.errors.set(field.pointer, error);
    if (field.kind === 'group') {
      const legend = create('legend', {}, field.label);
      control.append(legend, ...hint, error, ...field.fields.map((member) => this.render(member)));
      return control;
    }
    const label = create('label', { for: id }, field.label);
    const text = field.readOnly ? 'Read-only' : field.required && field.path.length > 0 ? 'Required' : undefined;
    // Beside the label, so that it is not part of the name of the field. Screen readers have it from the attributes.
    const mark = text === undefined ? [] : [create('span', { 'class': 'mark', 'aria-hidden': 'true' }, text)];
    return isCheckbox(control)
      ? create('div', { class: 'field checkbox' }, create('div', { class: 'line' }, control, label, ...mark), ...hint, error)
      : create('div', { class: 'field' }, create('div', { class: 'line' }, label, ...mark), ...hint, control, error);
  }

  private control(field: Field, id: string): Control {
    if (field.kind === 'group') {
      return create('fieldset', { id, tabindex: '-1' });
    }
    const input = this.source.inputOf(field);
    const control = controlFor(field, id, input);
    if (field.required) {
      control.setAttribute('aria-required', 'true');
    }
    if (!field.readOnly) {
      control.addEventListener('input', () => this.source.enter(field, isCheckbox(control) ? control.checked : control.value));
    }
    return control;
  }
}

function isCheckbox(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && control.type === 'checkbox';
}

function controlFor(field: Field, id: string, input: Input): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  const text = String(input);
  if (field.readOnly) {
    return text.includes('\n') ? area(text, { id, readonly: true }) : textInput(text, { id, readonly: true, placeholder: 'Not set' });
  }
  switch (field.kind) {
    case 'checkbox': {
      const box = create('input', { id, type: 'checkbox' });
      box.checked = input === true;
      return box;
    }
    case 'choice': {
      const options = choicesOf(field.schema).map((choice) => create('option', { value: JSON.stringify(choice) }, String(choice)));
      const select = create('select', { id }, create('option', { value: '' }, field.required ? 'Choose' : 'Not set'), ...options);
      select.value = text;
      return select;
    }
    case 'number':
      // Not type="number", which gives the page no text if it is not a number, so the page could not show what is wrong with it.
      // The decimal keyboard of some phones has no minus sign.
      return textInput(text, { id, inputmode: Number(field.schema.minimum) >= 0 ? 'decimal' : 'text', autocomplete: 'off' });
    case 'text': {
      const { format, maxLength } = field.schema;
      const type = INPUT_TYPES[String(format)];
      const isDate = format === 'date' && /^(?:\d{4}-\d\d-\d\d)?$/.test(text);
      // A one-line input removes line breaks.
      const isLong = /[\r\n]/.test(text) || (type === undefined && !isDate && typeof maxLength === 'number' && maxLength > LONG_TEXT);
      return isLong ? area(text, { id }) : textInput(text, { id, type: isDate ? 'date' : type ?? 'text' });
    }
    default:
      return area(text, { 'id': id, 'class': 'json', 'spellcheck': 'false', 'autocapitalize': 'off', 'data-kind': 'json' });
  }
}

function textInput(value: string, attributes: Record<string, string | boolean>): HTMLInputElement {
  const input = create('input', { type: 'text', ...attributes });
  input.value = value;
  return input;
}

function area(value: string, attributes: Record<string, string | boolean>): HTMLTextAreaElement {
  const textArea = create('textarea', { rows: '4', ...attributes });
  textArea.value = value;
  return textArea;
}
