/** The lowest versions that everything passes on; development and `lib` use them, and the tests run on the newest as well. */
export const LOWEST = { cdk: '2.224.0', constructs: '10.4.2', node: '20.16.0' };
export const NEWEST = { cdk: '2.276.0', constructs: '10.8.1' };

/** The newest CDK of each language's registry, of those up to NEWEST; the registries are behind npm. `npm run languages` installs it. */
export const NEWEST_CDK = { typescript: NEWEST.cdk, python: '2.275.0', java: '2.263.0', go: NEWEST.cdk };
