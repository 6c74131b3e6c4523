import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Template {
  readonly Resources?: Record<string, TemplateResource>;
}

export interface TemplateResource {
  readonly Type: string;
  Properties?: any;
  DependsOn?: string | string[];
}

/** A resource or setting that MiniStack rejects, and that is left out of a deployment to it. */
interface Unsupported {
  readonly name: string;
  readonly in: (resource: TemplateResource) => boolean;
  /** Changes the resource to one that MiniStack accepts. Without it, the resource is left out. */
  readonly change?: (resource: TemplateResource) => void;
}

const UNSUPPORTED: readonly Unsupported[] = [
  {
    name: 'AWS::Cognito::ManagedLoginBranding',
    in: ({ Type }) => Type === 'AWS::Cognito::ManagedLoginBranding',
  },
  {
    name: 'the metric math of AWS::CloudWatch::Alarm',
    in: ({ Type, Properties }) => Type === 'AWS::CloudWatch::Alarm' && Properties?.Metrics !== undefined,
    change: (alarm) => {
      const { Metrics, ...others } = alarm.Properties;
      // An alarm requires a metric.
      alarm.Properties = { ...others, Namespace: 'AWS/ApiGateway', MetricName: 'Count', Statistic: 'SampleCount', Period: 60 };
    },
  },
];

/** Removes what MiniStack rejects from the templates of a cloud assembly. Returns the names of what it removed. */
export async function leaveOutUnsupported(assembly: string): Promise<string[]> {
  const removed = new Set<string>();
  for (const entry of await readdir(assembly, { recursive: true })) {
    if (!entry.endsWith('.template.json')) {
      continue;
    }
    const file = join(assembly, entry);
    const template: Template = JSON.parse(await readFile(file, 'utf8'));
    const names = leaveOut(template.Resources ?? {});
    if (names.length > 0) {
      names.forEach((name) => removed.add(name));
      await writeFile(file, JSON.stringify(template));
    }
  }
  return [...removed];
}

function leaveOut(resources: Record<string, TemplateResource>): string[] {
  const names: string[] = [];
  for (const [logicalId, resource] of Object.entries(resources)) {
    const unsupported = UNSUPPORTED.find((candidate) => candidate.in(resource));
    if (unsupported) {
      names.push(unsupported.name);
    }
    if (unsupported?.change) {
      unsupported.change(resource);
    } else if (unsupported) {
      delete resources[logicalId];
      Object.values(resources).forEach((other) => removeDependency(other, logicalId));
    }
  }
  return names;
}

function removeDependency(resource: TemplateResource, logicalId: string): void {
  if (resource.DependsOn !== undefined) {
    resource.DependsOn = [resource.DependsOn].flat().filter((dependency) => dependency !== logicalId);
  }
}
