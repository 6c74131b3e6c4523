import { Stack } from 'aws-cdk-lib';
import { CfnGlobalTable, CfnTable, ITable, StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { describeLocation, differ, locationOf, locationOfStack } from './location';
import { PropError, propError } from './prop-error';
import { Settings } from '../settings';

/** The view type of a table without a stream. `TableV2` has the ARN of a stream in any case. */
const NONE = 'none';

/** Validates the event bus and the stream of an existing table, as far as they are known at synthesis. */
export function validateChangeEvents(scope: Construct, settings: Settings): PropError[] {
  return settings.changeEvents ? [...validateEventBus(scope, settings), ...settings.table ? validateStream(settings.table) : []] : [];
}

/** EventBridge accepts events for a bus in another account, but not in another Region. */
function validateEventBus(scope: Construct, { changeEvents }: Settings): PropError[] {
  const { region } = locationOf(changeEvents!.eventBusArn, changeEvents!);
  return differ(region, locationOfStack(scope).region)
    ? [propError('changeEvents', changeEvents, `is in ${describeLocation({ region })}, but the function sends events in its own Region; specify an event bus there, with a rule that sends its events on`)]
    : [];
}

function validateStream(table: ITable): PropError[] {
  const viewType = viewTypeOf(table);
  if (table.tableStreamArn === undefined || viewType === NONE) {
    return [propError('table', table, 'has no stream, which changeEvents requires; enable a stream with new and old images, '
      + 'or import the table with Table.fromTableAttributes and its tableStreamArn')];
  }
  return typeof viewType === 'string' && viewType !== StreamViewType.NEW_AND_OLD_IMAGES
    ? [propError('table', table, `has a stream of the view type ${viewType}, which does not tell what happened to a profile; specify StreamViewType.NEW_AND_OLD_IMAGES`)]
    : [];
}

/** Returns the view type of the stream of a table that the app defines, or what CloudFormation makes it of. That of an imported table is not known. */
function viewTypeOf(table: ITable): unknown {
  const resource = table.node.defaultChild;
  return resource instanceof CfnTable || resource instanceof CfnGlobalTable
    ? Stack.of(resource).resolve(resource.streamSpecification)?.streamViewType ?? NONE
    : undefined;
}
