import { setTimeout as sleep } from 'node:timers/promises';
import {
  CloudFormationClient,
  DescribeStackDriftDetectionStatusCommand,
  DescribeStackResourceDriftsCommand,
  DetectStackDriftCommand,
  StackResourceDrift,
} from '@aws-sdk/client-cloudformation';
import { Properties, Readers } from './reader';
import { Failure } from '../../local/failure';
import { Journey } from '../../local/journey';
import { LOADED_APP } from '../loaded-app';

const POLL_MILLISECONDS = 100;
const StackName = LOADED_APP.stack;

/** Has CloudFormation look for drift; answers what it found each resource to be that it looked at, by physical id. */
export async function detectDrift({ aws, signal }: Journey): Promise<ReadonlyMap<string, StackResourceDrift>> {
  const client = new CloudFormationClient(aws);
  const options = { abortSignal: signal };
  const { StackDriftDetectionId } = await client.send(new DetectStackDriftCommand({ StackName }), options);
  const status = async () => client.send(new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId }), options);
  let detection = await status();
  while (detection.DetectionStatus === 'DETECTION_IN_PROGRESS') {
    await sleep(POLL_MILLISECONDS, undefined, { signal });
    detection = await status();
  }
  if (detection.DetectionStatus !== 'DETECTION_COMPLETE') {
    throw new Failure(`DetectStackDrift ended with ${detection.DetectionStatus}: ${detection.DetectionStatusReason}`);
  }
  const drifts = new Map<string, StackResourceDrift>();
  let NextToken: string | undefined;
  do {
    const page = await client.send(new DescribeStackResourceDriftsCommand({ StackName, NextToken }), options);
    page.StackResourceDrifts?.forEach((drift) => drifts.set(drift.PhysicalResourceId!, drift));
    NextToken = page.NextToken;
  } while (NextToken);
  return drifts;
}

/** Readers for the types that the drift detection looks at. */
export function driftReaders(drifts: ReadonlyMap<string, StackResourceDrift>): Readers {
  const read = async (physicalId: string): Promise<Properties> => {
    const drift = drifts.get(physicalId);
    if (drift?.ActualProperties === undefined) {
      throw new Failure(`The drift detection found ${physicalId} to be ${drift?.StackResourceDriftStatus ?? 'unknown'}.`);
    }
    return JSON.parse(drift.ActualProperties);
  };
  return Object.fromEntries([...drifts.values()].map(({ ResourceType }) => [ResourceType!, read]));
}
