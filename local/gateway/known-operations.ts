/** AWS's operations of the services here, so that one that exists in AWS but not here is told from one that doesn't exist. */
const OPERATIONS: Readonly<Record<string, string>> = {
  dynamodb: `
    BatchExecuteStatement BatchGetItem BatchWriteItem CancelBulkOperation CreateBackup CreateGlobalTable
    CreateTable DeleteBackup DeleteItem DeleteResourcePolicy DeleteTable DescribeBackup
    DescribeBulkOperation DescribeContinuousBackups DescribeContributorInsights DescribeEndpoints
    DescribeExport DescribeGlobalTable DescribeGlobalTableSettings DescribeImport
    DescribeKinesisStreamingDestination DescribeLimits DescribeTable DescribeTableReplicaAutoScaling
    DescribeTimeToLive DisableKinesisStreamingDestination EnableKinesisStreamingDestination ExecuteStatement
    ExecuteTransaction ExportTableToPointInTime GetItem GetResourcePolicy ImportTable ListBackups
    ListBulkOperations ListContributorInsights ListExports ListGlobalTables ListImports ListTables
    ListTagsOfResource PutItem PutResourcePolicy Query RestoreTableFromBackup RestoreTableToPointInTime Scan
    SearchVectors StartBulkPutItems TagResource TransactGetItems TransactWriteItems UntagResource
    UpdateContinuousBackups UpdateContributorInsights UpdateGlobalTable UpdateGlobalTableSettings UpdateItem
    UpdateKinesisStreamingDestination UpdateTable UpdateTableReplicaAutoScaling UpdateTimeToLive`,
  'cognito-idp': `
    AddCustomAttributes AddUserPoolClientSecret AdminAddUserToGroup AdminConfirmSignUp AdminCreateUser
    AdminDeleteSoftwareToken AdminDeleteUser AdminDeleteUserAttributes AdminDisableProviderForUser
    AdminDisableUser AdminEnableUser AdminForgetDevice AdminGetDevice AdminGetUser AdminGetUserAuthFactors
    AdminInitiateAuth AdminLinkProviderForUser AdminListDevices AdminListGroupsForUser
    AdminListUserAuthEvents AdminListUserSessions AdminRemoveUserFromGroup AdminResetUserPassword
    AdminRespondToAuthChallenge AdminRevokeUserSession AdminSetUserMFAPreference AdminSetUserPassword
    AdminSetUserSettings AdminUpdateAuthEventFeedback AdminUpdateDeviceStatus AdminUpdateUserAttributes
    AdminUserGlobalSignOut AssociateSoftwareToken ChangePassword CompleteWebAuthnRegistration ConfirmDevice
    ConfirmForgotPassword ConfirmSignUp CreateGroup CreateIdentityProvider CreateManagedLoginBranding
    CreateResourceServer CreateTerms CreateUserImportJob CreateUserPool CreateUserPoolClient
    CreateUserPoolDomain CreateUserPoolReplica DeleteGroup DeleteIdentityProvider DeleteManagedLoginBranding
    DeleteResourceServer DeleteTerms DeleteUser DeleteUserAttributes DeleteUserPool DeleteUserPoolClient
    DeleteUserPoolClientSecret DeleteUserPoolDomain DeleteUserPoolReplica DeleteWebAuthnCredential
    DescribeIdentityProvider DescribeManagedLoginBranding DescribeManagedLoginBrandingByClient
    DescribeResourceServer DescribeRiskConfiguration DescribeTerms DescribeTermsByClient
    DescribeUserImportJob DescribeUserPool DescribeUserPoolClient DescribeUserPoolDomain ForgetDevice
    ForgotPassword GetCSVHeader GetClientToken GetDevice GetGroup GetIdentityProviderByIdentifier
    GetLogDeliveryConfiguration GetProvisionedLimit GetSigningCertificate GetTokensFromRefreshToken
    GetUICustomization GetUser GetUserAttributeVerificationCode GetUserAuthFactors
    GetUserPoolClientSessionConfiguration GetUserPoolMfaConfig GetUserPoolSessionConfiguration GlobalSignOut
    InitiateAuth ListDevices ListGroups ListIdentityProviders ListResourceServers ListTagsForResource
    ListTerms ListUserImportJobs ListUserPoolClientSecrets ListUserPoolClients ListUserPoolReplicas
    ListUserPools ListUserSessions ListUsers ListUsersInGroup ListWebAuthnCredentials ResendConfirmationCode
    RespondToAuthChallenge RevokeToken RevokeUserSession SetLogDeliveryConfiguration SetRiskConfiguration
    SetUICustomization SetUserMFAPreference SetUserPoolClientSessionConfiguration SetUserPoolMfaConfig
    SetUserPoolSessionConfiguration SetUserSettings SignUp StartUserImportJob StartWebAuthnRegistration
    StopUserImportJob TagResource UntagResource UpdateAuthEventFeedback UpdateDeviceStatus UpdateGroup
    UpdateIdentityProvider UpdateManagedLoginBranding UpdateProvisionedLimit UpdateResourceServer
    UpdateTerms UpdateUserAttributes UpdateUserPool UpdateUserPoolClient UpdateUserPoolDomain
    UpdateUserPoolReplica VerifySoftwareToken VerifyUserAttribute`,
  'cognito-identity': `
    CreateIdentityPool DeleteIdentities DeleteIdentityPool DescribeIdentity DescribeIdentityPool
    GetCredentialsForIdentity GetId GetIdentityPoolRoles GetOpenIdToken GetOpenIdTokenForDeveloperIdentity
    GetPrincipalTagAttributeMap ListIdentities ListIdentityPools ListTagsForResource LookupDeveloperIdentity
    MergeDeveloperIdentities SetIdentityPoolRoles SetPrincipalTagAttributeMap TagResource
    UnlinkDeveloperIdentity UnlinkIdentity UntagResource UpdateIdentityPool`,
  secretsmanager: `
    BatchGetSecretValue CancelRotateSecret CreateSecret DeleteResourcePolicy DeleteSecret DescribeSecret
    GetRandomPassword GetResourcePolicy GetSecretValue ListSecretVersionIds ListSecrets PutResourcePolicy
    PutSecretValue RemoveRegionsFromReplication ReplicateSecretToRegions RestoreSecret RotateSecret
    StopReplicationToReplica TagResource UntagResource UpdateSecret UpdateSecretVersionStage
    ValidateResourcePolicy`,
  ssm: `
    AddTagsToResource AssociateOpsItemRelatedItem CancelCommand CancelMaintenanceWindowExecution
    CreateActivation CreateAssociation CreateAssociationBatch CreateCloudConnector CreateDocument
    CreateMaintenanceWindow CreateOpsItem CreateOpsMetadata CreatePatchBaseline CreateResourceDataSync
    DeleteActivation DeleteAssociation DeleteCloudConnector DeleteDocument DeleteInventory
    DeleteMaintenanceWindow DeleteOpsItem DeleteOpsMetadata DeleteParameter DeleteParameters
    DeletePatchBaseline DeleteResourceDataSync DeleteResourcePolicy
    DeregisterDefaultHostManagementConfiguration DeregisterManagedInstance
    DeregisterPatchBaselineForPatchGroup DeregisterTargetFromMaintenanceWindow
    DeregisterTaskFromMaintenanceWindow DescribeActivations DescribeAssociation
    DescribeAssociationExecutionTargets DescribeAssociationExecutions DescribeAutomationExecutions
    DescribeAutomationStepExecutions DescribeAvailablePatches DescribeDocument DescribeDocumentPermission
    DescribeEffectiveInstanceAssociations DescribeEffectivePatchesForPatchBaseline
    DescribeInstanceAssociationsStatus DescribeInstanceInformation DescribeInstancePatchStates
    DescribeInstancePatchStatesForPatchGroup DescribeInstancePatches DescribeInstanceProperties
    DescribeInventoryDeletions DescribeMaintenanceWindowExecutionTaskInvocations
    DescribeMaintenanceWindowExecutionTasks DescribeMaintenanceWindowExecutions
    DescribeMaintenanceWindowSchedule DescribeMaintenanceWindowTargets DescribeMaintenanceWindowTasks
    DescribeMaintenanceWindows DescribeMaintenanceWindowsForTarget DescribeOpsItems DescribeParameters
    DescribePatchBaselines DescribePatchGroupState DescribePatchGroups DescribePatchProperties
    DescribeSessions DisassociateOpsItemRelatedItem GetAccessToken GetAutomationExecution GetCalendarState
    GetCloudConnector GetCommandInvocation GetConnectionStatus GetDefaultPatchBaseline
    GetDeployablePatchSnapshotForInstance GetDocument GetExecutionPreview GetInventory GetInventorySchema
    GetMaintenanceWindow GetMaintenanceWindowExecution GetMaintenanceWindowExecutionTask
    GetMaintenanceWindowExecutionTaskInvocation GetMaintenanceWindowTask GetOpsItem GetOpsMetadata
    GetOpsSummary GetParameter GetParameterHistory GetParameters GetParametersByPath GetPatchBaseline
    GetPatchBaselineForPatchGroup GetResourcePolicies GetServiceSetting LabelParameterVersion
    ListAssociationVersions ListAssociations ListCloudConnectors ListCommandInvocations ListCommands
    ListComplianceItems ListComplianceSummaries ListDocumentMetadataHistory ListDocumentVersions
    ListDocuments ListInventoryEntries ListNodes ListNodesSummary ListOpsItemEvents ListOpsItemRelatedItems
    ListOpsMetadata ListResourceComplianceSummaries ListResourceDataSync ListTagsForResource
    ModifyDocumentPermission PutComplianceItems PutInventory PutParameter PutResourcePolicy
    RegisterDefaultHostManagementConfiguration RegisterDefaultPatchBaseline
    RegisterPatchBaselineForPatchGroup RegisterTargetWithMaintenanceWindow RegisterTaskWithMaintenanceWindow
    RemoveTagsFromResource ResetServiceSetting ResumeSession SendAutomationSignal SendCommand
    StartAccessRequest StartAssociationsOnce StartAutomationExecution StartChangeRequestExecution
    StartExecutionPreview StartSession StopAutomationExecution TerminateSession UnlabelParameterVersion
    UpdateAssociation UpdateAssociationStatus UpdateCloudConnector UpdateDocument
    UpdateDocumentDefaultVersion UpdateDocumentMetadata UpdateMaintenanceWindow
    UpdateMaintenanceWindowTarget UpdateMaintenanceWindowTask UpdateManagedInstanceRole UpdateOpsItem
    UpdateOpsMetadata UpdatePatchBaseline UpdateResourceDataSync UpdateServiceSetting ValidateCloudConnector`,
  lambda: `
    AddLayerVersionPermission AddPermission CheckpointDurableExecution CreateAlias CreateCapacityProvider
    CreateCodeSigningConfig CreateEventSourceMapping CreateFunction CreateFunctionUrlConfig DeleteAlias
    DeleteCapacityProvider DeleteCodeSigningConfig DeleteEventSourceMapping DeleteFunction
    DeleteFunctionCodeSigningConfig DeleteFunctionConcurrency DeleteFunctionEventInvokeConfig
    DeleteFunctionUrlConfig DeleteLayerVersion DeleteProvisionedConcurrencyConfig DeleteResourcePolicy
    GetAccountSettings GetAlias GetCapacityProvider GetCodeSigningConfig GetDurableExecution
    GetDurableExecutionHistory GetDurableExecutionState GetEventSourceMapping GetFunction
    GetFunctionCodeSigningConfig GetFunctionConcurrency GetFunctionConfiguration
    GetFunctionEventInvokeConfig GetFunctionRecursionConfig GetFunctionScalingConfig GetFunctionUrlConfig
    GetLayerVersion GetLayerVersionByArn GetLayerVersionPolicy GetPolicy GetProvisionedConcurrencyConfig
    GetResourcePolicy GetRuntimeManagementConfig Invoke InvokeAsync InvokeWithResponseStream ListAliases
    ListCapacityProviders ListCodeSigningConfigs ListDurableExecutionsByFunction ListEventSourceMappings
    ListFunctionEventInvokeConfigs ListFunctionUrlConfigs ListFunctionVersionsByCapacityProvider
    ListFunctions ListFunctionsByCodeSigningConfig ListLayerVersions ListLayers
    ListProvisionedConcurrencyConfigs ListTags ListVersionsByFunction PublishLayerVersion PublishVersion
    PutFunctionCodeSigningConfig PutFunctionConcurrency PutFunctionEventInvokeConfig
    PutFunctionRecursionConfig PutFunctionScalingConfig PutProvisionedConcurrencyConfig PutResourcePolicy
    PutRuntimeManagementConfig RemoveLayerVersionPermission RemovePermission
    SendDurableExecutionCallbackFailure SendDurableExecutionCallbackHeartbeat
    SendDurableExecutionCallbackSuccess StopDurableExecution TagResource UntagResource UpdateAlias
    UpdateCapacityProvider UpdateCodeSigningConfig UpdateEventSourceMapping UpdateFunctionCode
    UpdateFunctionConfiguration UpdateFunctionEventInvokeConfig UpdateFunctionUrlConfig`,
  'rds-data': `
    BatchExecuteStatement BeginTransaction CommitTransaction ExecuteSql ExecuteStatement RollbackTransaction`,
  sts: `
    AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity AssumeRoot DecodeAuthorizationMessage
    GetAccessKeyInfo GetCallerIdentity GetDelegatedAccessToken GetFederationToken GetScopedCredentials
    GetSessionToken GetWebIdentityToken`,
};

const known = new Map<string, ReadonlySet<string>>();

/** Whether AWS has such an operation. */
export function isKnownOperation(serviceId: string, operation: string): boolean {
  const names = known.get(serviceId) ?? new Set((OPERATIONS[serviceId] ?? '').split(/\s+/));
  known.set(serviceId, names);
  return operation !== '' && names.has(operation);
}
