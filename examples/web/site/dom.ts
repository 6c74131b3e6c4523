type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** Creates an element. An attribute that is true is empty, and one that is false or undefined is left out. */
export function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...content);
  return element;
}

/** Returns an element of index.html. */
export function byId<Type extends HTMLElement = HTMLElement>(id: string): Type {
  const element = document.getElementById(id);
  if (!element) {
    throw new Error(`index.html has no element with the id "${id}".`);
  }
  return element as Type;
}

/** Asks a question in a dialog. Returns whether the person chose the action. */
export async function confirmed(question: { title: string; text: string; action: string; isDanger?: boolean }): Promise<boolean> {
  const cancel = create('button', { type: 'button' }, 'Cancel');
  const action = create('button', { type: 'button', class: question.isDanger ? 'primary danger' : 'primary' }, question.action);
  const dialog = create(
    'dialog',
    { 'aria-labelledby': 'dialog-title', 'aria-describedby': 'dialog-text' },
    create('h2', { id: 'dialog-title' }, question.title),
    create('p', { id: 'dialog-text' }, question.text),
    create('div', { class: 'actions' }, action, cancel),
  );
  document.body.append(dialog);
  action.addEventListener('click', () => dialog.close('confirmed'));
  cancel.addEventListener('click', () => dialog.close());
  dialog.showModal();
  // The first button has the focus otherwise, and Enter would do what can't be undone.
  cancel.focus();
  await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
  dialog.remove();
  return dialog.returnValue === 'confirmed';
}
