declare module 'virtual:amplify-outputs' {
  /** `amplify_outputs.json`, as far as the app reads it itself; the rest is for `Amplify.configure`. */
  export interface AmplifyOutputs {
    version: string;
    auth: {
      user_pool_id: string;
      password_policy?: {
        min_length?: number;
        require_lowercase?: boolean;
        require_uppercase?: boolean;
        require_numbers?: boolean;
        require_symbols?: boolean;
      };
    };
    custom?: {
      /** Where pictures are. */
      delivery_url?: string;
      local_endpoints?: { user_pool: string; identity_pool: string };
    };
  }
  const outputs: AmplifyOutputs;
  export default outputs;
}
