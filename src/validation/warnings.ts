import { Annotations, Token } from 'aws-cdk-lib';
import { CfnUserPoolClient, IUserPoolClient, ManagedLoginVersion, OAuthScope } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { Settings } from '../settings';

/** The number of JSON pointers in a warning. */
const MAX_POINTERS = 10;

/** Adds warnings about valid but probably unintended settings. Each warning can be acknowledged by its ID. */
export function addWarnings(scope: Construct, settings: Settings, client: IUserPoolClient): void {
  if (settings.oAuth.flows!.implicitCodeGrant && !settings.userPoolClient) {
    warn(scope, 'implicitGrant', 'oAuth.flows: the implicit grant exposes tokens in URLs; use authorizationCodeGrant with PKCE (RFC 9700 section 2.1.2).');
  }
  if (settings.passkeys !== undefined && settings.managedLoginVersion === ManagedLoginVersion.CLASSIC_HOSTED_UI) {
    // https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow-things-to-know.html
    warn(scope, 'passkeysWithClassicPages', 'passkeys: the classic hosted UI doesn\'t offer passkeys, so users can sign in with them only in your own pages; '
      + 'use ManagedLoginVersion.NEWER_MANAGED_LOGIN.');
  }
  const formats = settings.parsedSchema?.formats ?? [];
  if (formats.length > 0) {
    warn(scope, 'formatNotEnforced', `profileSchema: format is not enforced, so the API accepts any string at ${listOf(formats)}; add a pattern.`);
  }
  const foreign = scopesOfOthers(client, settings.authorizationScopes);
  if (foreign.length > 0) {
    warn(scope, 'foreignScopes', `authorizationScopes: ${foreign.join(', ')} is not a scope of the app client, so tokens from the sign-in pages `
      + 'don\'t contain it; add it to the app client, unless a pre token generation trigger adds it to tokens.');
  }
}

function listOf(pointers: readonly string[]): string {
  const more = pointers.length - MAX_POINTERS;
  return [...pointers.slice(0, MAX_POINTERS), ...more > 0 ? [`${more} more`] : []].join(', ');
}

function warn(scope: Construct, id: string, message: string): void {
  Annotations.of(scope).addWarningV2(`cdk-cognito-profile-service:${id}`, message);
}

/** Returns the authorization scopes that the app client does not request, as far as both are known at synthesis. */
function scopesOfOthers(client: IUserPoolClient, authorizationScopes: string[] = []): string[] {
  const resource = client.node.defaultChild;
  const scopes = resource instanceof CfnUserPoolClient ? resource.allowedOAuthScopes : undefined;
  if (!scopes || [scopes, authorizationScopes, ...scopes, ...authorizationScopes].some((value) => Token.isUnresolved(value))) {
    return [];
  }
  // Tokens from API sign-in always contain this scope.
  return authorizationScopes.filter((scope) => scope !== OAuthScope.COGNITO_ADMIN.scopeName && !scopes.includes(scope));
}
