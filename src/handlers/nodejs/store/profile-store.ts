import { randomBytes } from 'crypto';
import { DeleteItemCommand, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { InvalidResponse } from './response';
import { RequestBudget, ConditionFailed, Send, OutcomeUnknown } from './request-budget';
import { makeClient } from './client';
import { conditionOf } from './condition';
import { fromItem, toAttributes } from './item';
import { Preconditions } from '../domain/preconditions';
import { Problem } from '../domain/problem';
import { Profile, ProfileKey } from '../domain/profile';
import { StoredObject } from '../domain/stored-value';

/** How often a change starts again because another one came between. */
const MAX_UPDATE_ATTEMPTS = 5;

// At module scope, so that warm invocations reuse its connections.
const client = makeClient();

/** Keeps profiles in one DynamoDB table; made anew for each request, because its calls share the time of one. */
export class ProfileStore {
  private readonly budget = new RequestBudget();

  constructor(private readonly tableName: string) {}

  /** Reads a profile as the last write left it. */
  public async read(key: ProfileKey): Promise<Profile | undefined> {
    const command = new GetItemCommand({ TableName: this.tableName, Key: toAttributes({ ...key }), ConsistentRead: true });
    const { Item } = await this.budget.read((abortSignal) => client.send(command, { abortSignal }));
    return Item && fromItem(Item);
  }

  /**
   * Creates the profile or replaces its data.
   *
   * @throws Problem `precondition-failed`
   */
  public async replace(key: ProfileKey, profileData: StoredObject, preconditions: Preconditions): Promise<Profile> {
    return withPreconditionProblem(() => this.write(key, profileData, preconditions));
  }

  /**
   * Changes what is stored without losing a change that came between.
   *
   * @param change makes the new profile data of the stored profile; called again when another change came between
   */
  public async update(key: ProfileKey, applyUpdate: (stored: Profile | undefined) => StoredObject): Promise<Profile> {
    for (let attempt = 1; ; attempt++) {
      const stored = await this.read(key);
      const profileData = applyUpdate(stored);
      try {
        return await this.write(key, profileData, stateOf(stored));
      } catch (error) {
        if (!(error instanceof ConditionFailed)) {
          throw error;
        }
        if (attempt === MAX_UPDATE_ATTEMPTS) {
          throw new Problem('unavailable');
        }
        await this.budget.backOff(attempt);
      }
    }
  }

  /**
   * Erases the profile, if there is one.
   *
   * @throws Problem `precondition-failed`
   */
  public async delete(key: ProfileKey, preconditions: Preconditions): Promise<void> {
    const { ExpressionAttributeValues: versions, ...condition } = conditionOf(preconditions);
    const command = new DeleteItemCommand({
      TableName: this.tableName,
      Key: toAttributes({ ...key }),
      ...condition,
      ExpressionAttributeValues: versions && toAttributes(versions),
    });
    const send: Send<undefined> = async (abortSignal) => {
      await client.send(command, { abortSignal });
      return undefined;
    };
    // That there is no profile tells of no other delete: it leaves no mark, and may yet arrive, after a new profile has come.
    const isDone = (stored: Profile | undefined): stored is undefined => stored === undefined && isIdempotent(preconditions);
    await withPreconditionProblem(() => this.settle(key, send, preconditions, isDone));
  }

  private async write(key: ProfileKey, profileData: StoredObject, preconditions: Preconditions): Promise<Profile> {
    const version = randomBytes(16).toString('hex');
    const condition = conditionOf(preconditions);
    const command = new UpdateItemCommand({
      TableName: this.tableName,
      Key: toAttributes({ ...key }),
      UpdateExpression: 'SET #data = :data, #version = :version, #created = if_not_exists(#created, :now), #updated = :now',
      ConditionExpression: condition.ConditionExpression,
      ExpressionAttributeNames: {
        '#data': 'profile_data',
        '#version': 'version',
        '#created': 'created_at',
        '#updated': 'updated_at',
      },
      ExpressionAttributeValues: toAttributes({
        ':data': profileData,
        ':version': version,
        ':now': new Date().toISOString(),
        ...condition.ExpressionAttributeValues,
      }),
      ReturnValues: 'ALL_NEW',
    });
    const send: Send<Profile> = async (abortSignal) => {
      const { Attributes } = await client.send(command, { abortSignal });
      if (!Attributes) {
        throw new InvalidResponse('The answer has no attributes.');
      }
      return fromItem(Attributes);
    };
    return this.settle(key, send, preconditions, (stored): stored is Profile => stored?.version === version);
  }

  /**
   * Writes, and where the answer was lost finds out whether the write took effect.
   *
   * It is sent again only where it can't take effect twice, not even when the first one is still on its way: where it is on
   * versions.
   *
   * @param isDone whether what is stored shows that the write took effect
   * @throws ConditionFailed, or Problem `unavailable` when the fate of the write stays unknown
   */
  private async settle<T extends Profile | undefined>(
    key: ProfileKey,
    send: Send<T>,
    preconditions: Preconditions,
    isDone: (stored: Profile | undefined) => stored is T,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.budget.write(send);
      } catch (error) {
        // Once a write was sent before, a failed condition may be its own doing.
        if (!(error instanceof OutcomeUnknown) && !(error instanceof ConditionFailed && (attempt > 1 || error.repeated))) {
          throw error;
        }
        const stored = await this.read(key);
        if (isDone(stored)) {
          return stored;
        }
        if (error instanceof ConditionFailed && attempt === 1) {
          throw error;
        }
        if (attempt > 1 || !isIdempotent(preconditions)) {
          throw new Problem('unavailable');
        }
      }
    }
  }
}

/** The precondition that a profile is still what was read. */
function stateOf(stored: Profile | undefined): Preconditions {
  return stored ? { ifMatch: [{ weak: false, version: stored.version }] } : { ifNoneMatch: '*' };
}

/**
 * Whether a write takes effect once at most, however often and late it arrives: none of the versions that it is on comes again.
 * One that creates is none of these, because a delete lets it create once more.
 */
function isIdempotent({ ifMatch }: Preconditions): boolean {
  return ifMatch !== undefined && ifMatch !== '*';
}

async function withPreconditionProblem<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw error instanceof ConditionFailed ? new Problem('precondition-failed') : error;
  }
}
