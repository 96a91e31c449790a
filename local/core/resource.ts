/** A resource of the assembly, with every intrinsic function of its properties resolved. */
export interface ResourceInput<Properties = Record<string, unknown>> {
  readonly type: string;
  readonly logicalId: string;
  /** Where it stands: nested stack ids joined by `/`, for example `data/amplifyData/Message`. */
  readonly stackPath: string;
  /** Stable over restarts and re-synths: `stackPath` and `logicalId`. Seed for generated ids (see `stable-id.ts`). */
  readonly address: string;
  readonly properties: Properties;
  /** As they were when this resource was last applied in this state folder; undefined the first time. */
  readonly previousProperties?: Properties;
  /** What `apply` answered last time. */
  readonly previousOutput?: ResourceOutput;
  /** The update before failed, so that it is unknown how much of `previousProperties` holds. */
  readonly previousFailed?: boolean;
}

export interface ResourceOutput {
  /** What `Ref` gives. */
  readonly ref: string;
  /** What `Fn::GetAtt` gives, by attribute name (`Arn`, `Endpoint.Address`). */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The properties of a resource type by what becomes of them here. */
export interface CoveredProperties {
  readonly honoured: readonly string[];
  /** Those that make no difference on a laptop, by the reason why. */
  readonly withoutEffect?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Provides one CloudFormation resource type. `apply` runs at every start and after every re-synth, in dependency
 * order, and must be idempotent: it configures the service to be as the properties say, and never drops data.
 */
export interface ResourceHandler<Properties = never> {
  /** `AWS::DynamoDB::Table`; several types may share a handler. */
  readonly types: readonly string[];
  /** Another property than these is refused as not covered. Without it the handler looks after that itself. */
  readonly covers?: CoveredProperties;
  apply(input: ResourceInput<Properties>): Promise<ResourceOutput> | ResourceOutput;
  /** The resource is no longer in the template. Its data go only if its deletion policy says so. */
  remove?(input: ResourceInput<Properties>): Promise<void> | void;
}
