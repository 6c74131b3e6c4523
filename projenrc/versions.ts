/** The lowest versions that everything passes on; development and `lib` use them, and the tests run on the newest as well. */
export const LOWEST = { cdk: '2.224.0', constructs: '10.5.0', node: '20.16.0' };
export const NEWEST = { cdk: '2.276.0' };
