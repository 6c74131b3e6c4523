import { awscdk } from 'projen';

/** The actions that workflows use, pinned to the commits of releases. A tag can be moved to other code; a commit can't. */
const ACTIONS = {
  'actions/checkout': { release: 'v7.0.1', commit: '3d3c42e5aac5ba805825da76410c181273ba90b1' },
  'actions/deploy-pages': { release: 'v5.0.0', commit: 'cd2ce8fcbc39b97be8ca5fce6e763baed58fa128' },
  'actions/download-artifact': { release: 'v8.0.1', commit: '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c' },
  'actions/setup-dotnet': { release: 'v6.0.0', commit: 'a98b56852c35b8e3190ac28c8c2271da59106c68' },
  'actions/setup-go': { release: 'v7.0.0', commit: 'b7ad1dad31e06c5925ef5d2fc7ad053ef454303e' },
  'actions/setup-java': { release: 'v5.7.0', commit: 'b6effb05e454b25005698d916606bdc6ffcbf961' },
  'actions/setup-node': { release: 'v7.0.0', commit: '820762786026740c76f36085b0efc47a31fe5020' },
  'actions/setup-python': { release: 'v7.0.0', commit: '5fda3b95a4ea91299a34e894583c3862153e4b97' },
  'actions/upload-artifact': { release: 'v7.0.0', commit: 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f' },
  'actions/upload-pages-artifact': { release: 'v5.0.0', commit: 'fc324d3547104276b827a68afc52ff2a11cc49c9' },
  'github/codeql-action/analyze': { release: 'v4.36.2', commit: '8aad20d150bbac5944a9f9d289da16a4b0d87c1e' },
  'github/codeql-action/init': { release: 'v4.36.2', commit: '8aad20d150bbac5944a9f9d289da16a4b0d87c1e' },
};

export type Action = keyof typeof ACTIONS;

export function action(name: Action): string {
  return `${name}@${ACTIONS[name].commit}`;
}

/** Pins the actions of the workflows that projen writes. */
export function pinActions(project: awscdk.AwsCdkConstructLibrary): void {
  for (const name of Object.keys(ACTIONS) as Action[]) {
    project.github!.actions.set(name, action(name));
  }
}
