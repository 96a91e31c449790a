import { AwsError } from '../../../core/errors.ts';
import type { Template } from '../../../assembly/read/template.ts';
import type { StackOperation } from '../operation.ts';
import { templateText } from '../stacks/gather.ts';
import { templateNamed } from '../stacks/template-named.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplateSummary.html */
export const getTemplateSummary: StackOperation = {
  action: 'cloudformation:GetTemplateSummary',
  async run(service, input) {
    const name = input['StackName'];
    const sent = { body: input['TemplateBody'], url: input['TemplateURL'] };
    const text =
      name === undefined ? (await templateText(service.cloud, sent)).template : templateNamed(service, name);
    const template = JSON.parse(text) as Template;
    if (!template.Resources)
      throw new AwsError(
        'ValidationError',
        'Template format error: At least one Resources member must be defined.',
      );
    const { Metadata } = template;
    return {
      Parameters: Object.entries(template.Parameters ?? {}).map(([ParameterKey, one]) => ({
        ParameterKey,
        ParameterType: one.Type,
        DefaultValue: one.Default,
        NoEcho: false,
      })),
      ResourceTypes: [...new Set(Object.values(template.Resources).map(({ Type }) => Type))],
      Metadata: Metadata === undefined ? undefined : JSON.stringify(Metadata),
      Version: '2010-09-09',
    };
  },
};
