/** A root stack, as CloudFormation describes it. */
export interface Stack {
  readonly name: string;
  readonly id: string;
  status: string;
  statusReason?: string;
  readonly createdAt: number;
  updatedAt?: number;
  deletedAt?: number;
  terminationProtection: boolean;
  outputs: Readonly<Record<string, unknown>>;
  /** What is deployed, or is being deployed; undefined while nothing of it ever was. */
  current?: Deployable;
}

/** What CreateStack and UpdateStack say about a stack. */
export interface Deployable {
  /** As it was sent. */
  readonly template: string;
  /** The folder into which the template, the nested ones and their assets were gathered. */
  readonly folder: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: readonly Tag[];
  readonly capabilities: readonly string[];
  readonly roleArn?: string;
}

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

export interface StackEvent {
  readonly id: string;
  readonly at: number;
  readonly stackId: string;
  readonly stackName: string;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
}
