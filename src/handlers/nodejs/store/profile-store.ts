import { randomBytes } from 'crypto';
import { AttributeValue, DeleteItemCommand, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { client } from './client';
import { conditionOf } from './condition';
import { fromItem, toAttributes } from './item';
import { isTombstone } from './tombstone';
import { InvalidResponse } from '../aws/failures';
import { RequestBudget, ConditionFailed, OutcomeUnknown } from '../aws/request-budget';
import { Send } from '../aws/time-limit';
import { hasPreconditions, Preconditions } from '../domain/preconditions';
import { Problem } from '../domain/problem';
import { Profile, ProfileKey } from '../domain/profile';
import { StoredObject } from '../domain/stored-value';

/** The maximum number of attempts of an update that conflicts with concurrent writes. */
const MAX_UPDATE_ATTEMPTS = 5;

/** Stores profiles in a DynamoDB table. Create one for each request, because its calls share a time limit. */
export class ProfileStore {
  private readonly budget = new RequestBudget();

  constructor(private readonly tableName: string) {}

  /**
   * Reads a profile, with a strongly consistent read.
   *
   * @throws Problem `account-erased`
   */
  public async read(key: ProfileKey): Promise<Profile | undefined> {
    const command = new GetItemCommand({ TableName: this.tableName, Key: toAttributes({ ...key }), ConsistentRead: true });
    const { Item } = await this.budget.repeatable((abortSignal) => client.send(command, { abortSignal }));
    if (Item && isTombstone(Item)) {
      throw new Problem('account-erased');
    }
    return Item && fromItem(Item);
  }

  /**
   * Creates the profile or replaces its data.
   *
   * @throws Problem `precondition-failed` or `account-erased`
   */
  public async replace(key: ProfileKey, profileData: StoredObject, preconditions: Preconditions): Promise<Profile> {
    return this.explainFailure(key, preconditions, () => this.write(key, profileData, preconditions));
  }

  /**
   * Updates the stored profile without losing a concurrent update.
   *
   * @param applyUpdate returns the new profile data for the stored profile; called again after a concurrent update
   * @throws Problem `account-erased`, or `unavailable` after too many concurrent updates
   */
  public async update(key: ProfileKey, applyUpdate: (stored: Profile | undefined) => StoredObject): Promise<Profile> {
    for (let attempt = 1; ; attempt++) {
      const stored = await this.read(key);
      const profileData = applyUpdate(stored);
      try {
        return await this.write(key, profileData, stateOf(stored), stored?.created_at ?? null);
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
   * Deletes the profile, if there is one.
   *
   * @throws Problem `precondition-failed` or `account-erased`
   */
  public async delete(key: ProfileKey, preconditions: Preconditions): Promise<void> {
    await this.explainFailure(key, preconditions, () => this.erase(key, preconditions));
  }

  private async erase(key: ProfileKey, preconditions: Preconditions): Promise<void> {
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
    // Absence alone does not prove that our delete succeeded. It may still arrive and delete a new profile.
    const isDone = (stored: Profile | undefined): stored is undefined => stored === undefined && isIdempotent(preconditions);
    await this.settle(key, send, preconditions, isDone);
  }

  /**
   * Writes a profile.
   *
   * @param createdAt the stored time of its creation, or null if there is none; by default it is not known
   */
  private async write(key: ProfileKey, profileData: StoredObject, preconditions: Preconditions, createdAt?: string | null): Promise<Profile> {
    const version = randomBytes(16).toString('hex');
    const now = new Date().toISOString();
    const created = createdAt === null ? now : createdAt;
    const condition = conditionOf(preconditions);
    const command = new UpdateItemCommand({
      TableName: this.tableName,
      Key: toAttributes({ ...key }),
      UpdateExpression: 'SET #data = :data, #version = :version, #updated = :now, #created = '
        + (created === undefined ? 'if_not_exists(#created, :now)' : ':created'),
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
        ':now': now,
        ...created !== undefined && { ':created': created },
        ...condition.ExpressionAttributeValues,
      }),
      // Parsing a large profile takes time, so request the attributes only if the time of its creation is not known.
      ReturnValues: created === undefined ? 'ALL_NEW' : 'NONE',
    });
    const send: Send<Profile> = async (abortSignal) => {
      const { Attributes } = await client.send(command, { abortSignal });
      return { ...key, profile_data: profileData, version, created_at: created ?? createdAtOf(Attributes), updated_at: now };
    };
    return this.settle(key, send, preconditions, (stored): stored is Profile => stored?.version === version);
  }

  /**
   * Writes, and turns a failed condition into the problem that explains it.
   *
   * Without preconditions, only a tombstone can be the reason. With them, a read tells, because the API must not say that a precondition failed if
   * there is no account any more.
   *
   * @throws Problem `precondition-failed` or `account-erased`
   */
  private async explainFailure<T>(key: ProfileKey, preconditions: Preconditions, write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof ConditionFailed)) {
        throw error;
      }
      if (!hasPreconditions(preconditions)) {
        throw new Problem('account-erased');
      }
      await this.read(key);
      throw new Problem('precondition-failed');
    }
  }

  /**
   * Writes. If the outcome is unknown, reads the profile to find out whether the write took effect.
   *
   * Retries the write only if it is idempotent, because the first attempt may still be in transit.
   *
   * @param isDone whether the stored profile shows that the write took effect
   * @throws ConditionFailed, or Problem `unavailable` if the outcome remains unknown
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
        // After an earlier attempt, the condition may fail because that attempt took effect.
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

/** The time of creation in a response to a write. Leaves the profile data unconverted. */
function createdAtOf(attributes: Record<string, AttributeValue> | undefined): string | null {
  if (!attributes) {
    throw new InvalidResponse('The response has no attributes.');
  }
  const { profile_data: _, ...rest } = attributes;
  return fromItem(rest).created_at;
}

/** The precondition that the profile has not changed since it was read. */
function stateOf(stored: Profile | undefined): Preconditions {
  return stored ? { ifMatch: [{ weak: false, version: stored.version }] } : { ifNoneMatch: '*' };
}

/**
 * Whether a write takes effect at most once, even if it arrives repeatedly or late.
 *
 * This is so if it requires a version, because versions never recur. A write that creates a profile could create it again after a
 * delete.
 */
function isIdempotent({ ifMatch }: Preconditions): boolean {
  return ifMatch !== undefined && ifMatch !== '*';
}
