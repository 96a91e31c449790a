import { required } from '../input.ts';
import type { StackOperation } from '../operation.ts';
import { templateNamed } from '../stacks/template-named.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplate.html */
export const getTemplate: StackOperation = {
  action: 'cloudformation:GetTemplate',
  run: (service, input) => ({
    TemplateBody: templateNamed(service, required(input, 'StackName')),
    StagesAvailable: ['Original', 'Processed'],
  }),
};
