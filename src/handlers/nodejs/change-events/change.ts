import { Item, StreamRecord } from './stream-event';
import { NO_VERSION } from '../domain/profile';
import { ERASED_AT } from '../store/tombstone';

/** What happened to a profile: the `detail-type` of the event. */
export type Kind = 'Profile Created' | 'Profile Updated' | 'Profile Erased';

/** A change of a profile. It has no value of the profile. */
export interface Change {
  readonly kind: Kind;
  readonly sub: string;
  /** The version after the change, or the last one of a profile that was erased. */
  readonly version: string;
  /** In seconds since 1970. */
  readonly time: number;
  readonly tableArn: string;
  /** Identifies the record of the stream. */
  readonly sequenceNumber: string;
}

const PARTITION_PREFIX = 'USERS#';
const USER_PREFIX = 'USER#';
const BOTH_IMAGES = 'NEW_AND_OLD_IMAGES';

/**
 * Returns the change of a profile that a record describes, or undefined if there is none, such as when a tombstone expires.
 *
 * @throws UnexpectedRecord
 */
export function changeOf(record: StreamRecord): Change | undefined {
  const { Keys, OldImage, NewImage, StreamViewType, SequenceNumber, ApproximateCreationDateTime } = record.dynamodb;
  const { pk, sk } = Keys;
  if (StreamViewType !== BOTH_IMAGES || !(OldImage || NewImage)) {
    throw new UnexpectedRecord(SequenceNumber, `has the view type ${StreamViewType}, but the stream must have new and old images`);
  }
  if (!pk?.S?.startsWith(PARTITION_PREFIX) || !sk?.S?.startsWith(USER_PREFIX)) {
    throw new UnexpectedRecord(SequenceNumber, 'is not of a profile, but the event source mapping must leave out other items');
  }
  const kind = kindOf(isProfile(OldImage), isProfile(NewImage));
  return kind && {
    kind,
    sub: sk.S.slice(USER_PREFIX.length),
    version: (kind === 'Profile Erased' ? OldImage : NewImage)?.version?.S ?? NO_VERSION,
    // EventBridge keeps whole seconds.
    time: Math.floor(ApproximateCreationDateTime),
    tableArn: record.eventSourceARN.split('/stream/')[0],
    sequenceNumber: SequenceNumber,
  };
}

/** A record that the construct's stream and event source mapping do not give. The message has no value of the item. */
class UnexpectedRecord extends Error {
  public override readonly name = 'UnexpectedRecord';

  constructor(sequenceNumber: string, what: string) {
    super(`The record ${sequenceNumber} ${what}.`);
  }
}

/** Whether there was an item that is a profile, and not the tombstone of an erased account. */
function isProfile(image: Item | undefined): boolean {
  return image !== undefined && image[ERASED_AT] === undefined;
}

function kindOf(before: boolean, after: boolean): Kind | undefined {
  if (after) {
    return before ? 'Profile Updated' : 'Profile Created';
  }
  return before ? 'Profile Erased' : undefined;
}
