/** The sign-up page of the local AWS. Its query parameters are those of the authorization endpoint, to which it leads in the end. */

interface Config {
  readonly clientId: string;
  readonly metadataUrl: string;
}

const signUpForm = element<HTMLFormElement>('sign-up');
const confirmForm = element<HTMLFormElement>('confirm');
const error = element('error');
let email = '';

const answer = await fetch('config.json');
if (!answer.ok) {
  fail('The app is not deployed yet. Reload this page when the command says so.');
}
const config: Config = await answer.json();

onSubmit(signUpForm, async (values) => {
  email = String(values.get('email'));
  await cognito('SignUp', {
    Username: email,
    Password: values.get('password'),
    UserAttributes: [{ Name: 'email', Value: email }],
  });
  signUpForm.hidden = true;
  confirmForm.hidden = false;
  element('code').focus();
});

onSubmit(confirmForm, async (values) => {
  await cognito('ConfirmSignUp', { Username: email, ConfirmationCode: values.get('code') });
  location.assign(`${new URL('/oauth2/authorize', config.metadataUrl)}${location.search}`);
});

function onSubmit(form: HTMLFormElement, send: (values: FormData) => Promise<void>): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    error.hidden = true;
    send(new FormData(form)).catch((reason: Error) => fail(reason.message));
  });
}

function fail(message: string): void {
  error.textContent = message;
  error.hidden = false;
}

/** Calls an operation of Cognito that requires no credentials. */
async function cognito(operation: 'SignUp' | 'ConfirmSignUp', parameters: object): Promise<void> {
  const response = await fetch(new URL('/', config.metadataUrl), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify({ ClientId: config.clientId, ...parameters }),
  });
  if (!response.ok) {
    throw new Error((await response.json()).message);
  }
}

function element<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

export {};
