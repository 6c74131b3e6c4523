import { ACCOUNT } from './local-aws';
import { send } from '../user/http';

/** A mail that MiniStack keeps instead of sending it. */
export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** The time in ISO 8601. */
  readonly sentAt: string;
}

interface SesMessage {
  readonly To: string[];
  readonly Subject: string;
  readonly BodyText: string;
  /** The time in seconds. */
  readonly Timestamp: number;
}

/** Returns the mails, newest first. */
export async function mails(endpoint: string, signal: AbortSignal): Promise<Mail[]> {
  const { messages } = JSON.parse((await send(`${endpoint}/_ministack/ses/messages`, 200, { signal })).text);
  return (messages[ACCOUNT] as SesMessage[] ?? [])
    .map(({ To, Subject, BodyText, Timestamp }) => ({
      to: To,
      subject: Subject,
      text: BodyText,
      sentAt: new Date(Timestamp * 1_000).toISOString(),
    }))
    .sort((one, other) => other.sentAt.localeCompare(one.sentAt));
}
