import { Checks } from './checks';
import { AskedResource, Deployment } from './deployment';
import { differences } from './differences';
import { Exception, exceptionsFor } from './exceptions';
import { Reader, Readers } from './readers/reader';
import { Failure } from '../local/failure';

const STALE = 'can be read back by now; take it out of scripts/deploy-loaded/exceptions.ts';

/** Reads back every resource of every type, and holds every property against what was asked for. */
export async function checkSettings(checks: Checks, deployment: Deployment, readers: Readers): Promise<void> {
  for (const type of deployment.types) {
    const resources = deployment.ofType(type);
    // An exception for the whole type, not for one property.
    const [whole] = exceptionsFor(type, {});
    if (!whole) {
      await checks.check(type, async () => compareType(type, deployment, readers), (count) => count);
    } else if (!whole.rejectedWith) {
      await checks.check(type, async () => showUnreadable(type, readers), () => `${resources.length}, not read`);
    }
  }
}

function showUnreadable(type: string, readers: Readers): void {
  if (readers[type]) {
    throw new Failure(`It ${STALE}.`);
  }
}

async function compareType(type: string, deployment: Deployment, readers: Readers): Promise<string> {
  const read = readers[type];
  if (!read) {
    throw new Failure('Nothing here reads the type; it needs a reader in scripts/deploy-loaded/readers, or an exception.');
  }
  let compared = 0;
  let all = 0;
  const problems: string[] = [];
  for (const resource of deployment.ofType(type)) {
    const properties = await compareResource(resource, deployment.asked(resource), read);
    all += properties.length;
    compared += properties.filter(({ exception }) => !exception).length;
    problems.push(...properties.flatMap((property) => problemsOf(property).map((problem) => `${resource.logicalId}: ${problem}`)));
  }
  if (problems.length > 0) {
    throw new Failure(problems.join('\n'));
  }
  return `${compared} of ${all} properties`;
}

interface ComparedProperty {
  readonly name: string;
  readonly exception?: Exception;
  readonly differences: readonly string[];
}

async function compareResource(resource: AskedResource, asked: Record<string, any>, read: Reader): Promise<ComparedProperty[]> {
  if (resource.physicalId === undefined) {
    throw new Failure(`${resource.logicalId} is not deployed.`);
  }
  const exceptions = exceptionsFor(resource.type, asked);
  const found = await read(resource.physicalId, asked);
  return Object.entries(asked).map(([name, value]) => ({
    name,
    exception: exceptions.find(({ property }) => property === name),
    differences: differences(value, found[name], name),
  }));
}

function problemsOf({ name, exception, differences: found }: ComparedProperty): readonly string[] {
  if (!exception) {
    return found;
  }
  return found.length === 0 ? [`${name} ${STALE}`] : [];
}
