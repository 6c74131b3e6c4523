/** The mailbox of all users of the local AWS. */

interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly sentAt: string;
}

const INTERVAL_MILLISECONDS = 2_000;
const status = document.getElementById('status')!;
const list = document.getElementById('mails')!;
let shown = -1;

async function refresh(): Promise<void> {
  const response = await fetch('mails.json');
  if (!response.ok) {
    throw new Error(await response.text());
  }
  const mails: Mail[] = await response.json();
  if (mails.length === shown) {
    return;
  }
  shown = mails.length;
  status.textContent = shown === 0 ? 'There are no mails yet.' : `${shown} ${shown === 1 ? 'mail' : 'mails'}, newest first.`;
  list.replaceChildren(...mails.map(articleOf));
}

function articleOf({ to, subject, text, sentAt }: Mail): HTMLElement {
  const article = document.createElement('article');
  const heading = document.createElement('h2');
  heading.textContent = subject;
  const details = document.createElement('p');
  details.className = 'hint';
  details.textContent = `To ${to.join(', ')}, ${new Date(sentAt).toLocaleString()}`;
  const body = document.createElement('p');
  body.textContent = text;
  article.append(heading, details, body);
  return article;
}

async function poll(): Promise<void> {
  try {
    await refresh();
  } catch (error) {
    status.textContent = `The mails can't be read: ${(error as Error).message}`;
  }
  setTimeout(() => void poll(), INTERVAL_MILLISECONDS);
}

void poll();

export {};
