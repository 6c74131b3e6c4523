import { App } from 'aws-cdk-lib';
import { Finding, reviewWithNag } from './nag';
import { Acknowledgement, ACKNOWLEDGEMENTS } from './nag-acknowledgements';
import { CognitoProfileService, CognitoProfileServiceProps } from '../../src';
import { MUTANTS } from '../support/reviews/mutants';
import { STACKS, stackOf } from '../support/stacks/stacks';

/** A stack, what it was made with, and what cdk-nag finds in it. */
interface Review {
  readonly props: CognitoProfileServiceProps;
  readonly findings: Finding[];
}

describe('cdk-nag', () => {
  const reviews = Object.fromEntries(Object.keys(STACKS).map((name) => [name, review(name)]));

  test.each(Object.keys(STACKS))('finds nothing in the %s stack that is not acknowledged', (name) => {
    expect(unacknowledged(reviews[name])).toEqual([]);
  });

  test.each(eachOf(ACKNOWLEDGEMENTS))('finds what is acknowledged of $rules.0 on $resources.0', (acknowledgement) => {
    const matches = Object.values(reviews).flatMap(({ props, findings }) => findings.filter((finding) => covers(acknowledgement, finding, props)));
    expect(matches).not.toEqual([]);
  });

  test.each(Object.entries(MUTANTS).filter(([, { nag }]) => nag.length > 0))('finds %s', (_, { apply, nag }) => {
    const rules = unacknowledged(review('default', apply)).map(({ rule }) => rule);
    expect(rules.sort()).toEqual([...nag].sort());
  });
});

function review(name: string, change: (service: CognitoProfileService) => void = () => {}): Review {
  const app = new App();
  let props: CognitoProfileServiceProps;
  const stack = stackOf(app, (scope) => (props = STACKS[name](scope)));
  change(stack.node.findChild('Profiles') as CognitoProfileService);
  return { props: props!, findings: reviewWithNag(app) };
}

function unacknowledged({ props, findings }: Review): Finding[] {
  return findings.filter((finding) => !ACKNOWLEDGEMENTS.some((acknowledgement) => covers(acknowledgement, finding, props)));
}

function covers({ rules, resources, where = () => true }: Acknowledgement, finding: Finding, props: CognitoProfileServiceProps): boolean {
  return rules.includes(finding.rule) && resources.some((resource) => pathPattern(resource).test(finding.resource)) && where(props);
}

/** Each rule with each resource, all of which must be needed. */
function eachOf(acknowledgements: Acknowledgement[]): Acknowledgement[] {
  return acknowledgements.flatMap((acknowledgement) => acknowledgement.rules.flatMap((rule) =>
    acknowledgement.resources.map((resource) => ({ ...acknowledgement, rules: [rule], resources: [resource] }))));
}

/** The construct paths that a path with `*` stands for. */
function pathPattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('*', '[^/]+')}$`);
}
