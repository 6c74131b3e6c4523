import { errorAnswer, send, Treatment } from './faults';

type Code = readonly [status: number, code: string, message?: string];

/** DynamoDB did nothing, and says so; to send the call again is right. */
const TURNED_AWAY: Code[] = [
  // Of the service model of GetItem, UpdateItem and DeleteItem.
  [400, 'ProvisionedThroughputExceededException'],
  [400, 'RequestLimitExceeded'],
  [400, 'ThrottlingException'],
  [400, 'TransactionConflictException'],
  [400, 'ReplicatedWriteConflictException'],
  // Of what the SDKs take for throttling.
  ...['BandwidthLimitExceeded', 'EC2ThrottledException', 'LimitExceededException', 'PriorRequestNotComplete', 'RequestThrottled',
    'RequestThrottledException', 'ThrottledException', 'Throttling', 'TooManyRequestsException',
    'TransactionInProgressException'].map((code): Code => [400, code]),
  [503, 'SlowDown'],
  [429, 'SomethingNew'],
  // The clock of one of the two was wrong.
  [400, 'RequestExpired'],
  [400, 'RequestInTheFuture'],
  [400, 'RequestTimeTooSkewed'],
  [400, 'InvalidSignatureException', 'Signature expired: 20260102T030405Z is now earlier than 20260102T030905Z'],
  [400, 'InvalidSignatureException', 'Signature not yet current: 20260102T030905Z is still later than 20260102T030405Z'],
];

/** An error on the side of DynamoDB; a write may have taken effect. */
const OUTCOME_UNKNOWN: Code[] = [
  [500, 'InternalServerError'],
  [500, 'InternalFailure'],
  [500, 'AccessDeniedException'],
  [503, 'ServiceUnavailable'],
  [503, 'ServiceUnavailableException'],
  [400, 'IDPCommunicationError'],
  [400, 'RequestTimeout'],
  [400, 'RequestTimeoutException'],
  [408, 'SomethingNew'],
  [599, 'SomethingNew'],
];

/** The call is wrong, or the deployment; to send it again is of no use. */
const WRONG: Code[] = [
  [400, 'ResourceNotFoundException'],
  [400, 'ItemCollectionSizeLimitExceededException'],
  [400, 'AccessDeniedException'],
  [400, 'ExpiredTokenException'],
  [400, 'IncompleteSignatureException'],
  [400, 'InvalidSignatureException', 'The request signature we calculated does not match the signature you provided.'],
  [400, 'MissingAuthenticationTokenException'],
  [400, 'ResourceInUseException'],
  [400, 'SerializationException'],
  [400, 'UnknownOperationException'],
  [400, 'UnrecognizedClientException'],
  [400, 'ValidationException'],
  [400, 'SomethingNew'],
  [403, 'SomethingNew'],
  [413, 'SomethingNew'],
];

/** Every error code that DynamoDB documents, that its service model has, or that an SDK repeats calls for. */
export const ERRORS: Treatment[] = [
  ...TURNED_AWAY.map((code) => treatmentOf(code, 'turned away')),
  ...OUTCOME_UNKNOWN.map((code) => treatmentOf(code)),
  ...WRONG.map((code) => treatmentOf(code, 'wrong')),
];

/** The error codes that Amazon Cognito documents for AdminGetUser, AdminDeleteUser and ListUsers, but for the one of a user that does not exist. */
export const USER_POOL_ERRORS: Treatment[] = [
  treatmentOf([400, 'TooManyRequestsException'], 'turned away'),
  treatmentOf([500, 'InternalErrorException']),
  ...['InvalidParameterException', 'NotAuthorizedException', 'ResourceNotFoundException', 'OperationNotEnabledException']
    .map((code) => treatmentOf([400, code], 'wrong')),
];

function treatmentOf([status, code, message]: Code, says?: Treatment['says']): Treatment {
  return {
    name: `answered ${status} ${code}${message ? ` (${message.split(':')[0]})` : ''}`,
    reaches: 'never',
    says,
    fault: (_, response) => send(response, errorAnswer(status, code, message)),
  };
}
