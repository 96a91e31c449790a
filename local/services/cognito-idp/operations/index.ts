import { AdminAddUserToGroup } from './AdminAddUserToGroup.ts';
import { AdminConfirmSignUp } from './AdminConfirmSignUp.ts';
import { AdminCreateUser } from './AdminCreateUser.ts';
import { AdminDeleteUser } from './AdminDeleteUser.ts';
import { AdminDeleteUserAttributes } from './AdminDeleteUserAttributes.ts';
import { AdminDisableUser } from './AdminDisableUser.ts';
import { AdminEnableUser } from './AdminEnableUser.ts';
import { AdminGetUser } from './AdminGetUser.ts';
import { AdminInitiateAuth } from './AdminInitiateAuth.ts';
import { AdminListGroupsForUser } from './AdminListGroupsForUser.ts';
import { AdminRemoveUserFromGroup } from './AdminRemoveUserFromGroup.ts';
import { AdminResetUserPassword } from './AdminResetUserPassword.ts';
import { AdminRespondToAuthChallenge } from './AdminRespondToAuthChallenge.ts';
import { AdminSetUserMFAPreference } from './AdminSetUserMFAPreference.ts';
import { AdminSetUserPassword } from './AdminSetUserPassword.ts';
import { AdminUpdateUserAttributes } from './AdminUpdateUserAttributes.ts';
import { AdminUserGlobalSignOut } from './AdminUserGlobalSignOut.ts';
import { AssociateSoftwareToken } from './AssociateSoftwareToken.ts';
import { ChangePassword } from './ChangePassword.ts';
import { ConfirmForgotPassword } from './ConfirmForgotPassword.ts';
import { ConfirmSignUp } from './ConfirmSignUp.ts';
import { CreateGroup } from './CreateGroup.ts';
import { DeleteGroup } from './DeleteGroup.ts';
import { DeleteUser } from './DeleteUser.ts';
import { DeleteUserAttributes } from './DeleteUserAttributes.ts';
import { DescribeUserPool } from './DescribeUserPool.ts';
import { DescribeUserPoolClient } from './DescribeUserPoolClient.ts';
import { ForgotPassword } from './ForgotPassword.ts';
import { GetGroup } from './GetGroup.ts';
import { GetTokensFromRefreshToken } from './GetTokensFromRefreshToken.ts';
import { GetUser } from './GetUser.ts';
import { GetUserAttributeVerificationCode } from './GetUserAttributeVerificationCode.ts';
import { GlobalSignOut } from './GlobalSignOut.ts';
import { InitiateAuth } from './InitiateAuth.ts';
import { ListGroups } from './ListGroups.ts';
import { ListUserPools } from './ListUserPools.ts';
import { ListUsers } from './ListUsers.ts';
import { ListUsersInGroup } from './ListUsersInGroup.ts';
import { ResendConfirmationCode } from './ResendConfirmationCode.ts';
import { RespondToAuthChallenge } from './RespondToAuthChallenge.ts';
import { RevokeToken } from './RevokeToken.ts';
import { SetUserMFAPreference } from './SetUserMFAPreference.ts';
import { SignUp } from './SignUp.ts';
import { UpdateUserAttributes } from './UpdateUserAttributes.ts';
import { VerifySoftwareToken } from './VerifySoftwareToken.ts';
import { VerifyUserAttribute } from './VerifyUserAttribute.ts';
import type { Operation } from '../../../core/service.ts';
import type { Idp } from '../idp.ts';
import { notCoveredOperations } from '../notCoveredOperations.ts';

/** Every operation of the service, by its name on the wire. */
export function createOperations(idp: Idp): Record<string, Operation> {
  return {
    ...notCoveredOperations(),
    AdminAddUserToGroup: AdminAddUserToGroup(idp),
    AdminConfirmSignUp: AdminConfirmSignUp(idp),
    AdminCreateUser: AdminCreateUser(idp),
    AdminDeleteUser: AdminDeleteUser(idp),
    AdminDeleteUserAttributes: AdminDeleteUserAttributes(idp),
    AdminDisableUser: AdminDisableUser(idp),
    AdminEnableUser: AdminEnableUser(idp),
    AdminGetUser: AdminGetUser(idp),
    AdminInitiateAuth: AdminInitiateAuth(idp),
    AdminListGroupsForUser: AdminListGroupsForUser(idp),
    AdminRemoveUserFromGroup: AdminRemoveUserFromGroup(idp),
    AdminResetUserPassword: AdminResetUserPassword(idp),
    AdminRespondToAuthChallenge: AdminRespondToAuthChallenge(idp),
    AdminSetUserMFAPreference: AdminSetUserMFAPreference(idp),
    AdminSetUserPassword: AdminSetUserPassword(idp),
    AdminUpdateUserAttributes: AdminUpdateUserAttributes(idp),
    AdminUserGlobalSignOut: AdminUserGlobalSignOut(idp),
    AssociateSoftwareToken: AssociateSoftwareToken(idp),
    ChangePassword: ChangePassword(idp),
    ConfirmForgotPassword: ConfirmForgotPassword(idp),
    ConfirmSignUp: ConfirmSignUp(idp),
    CreateGroup: CreateGroup(idp),
    DeleteGroup: DeleteGroup(idp),
    DeleteUser: DeleteUser(idp),
    DeleteUserAttributes: DeleteUserAttributes(idp),
    DescribeUserPool: DescribeUserPool(idp),
    DescribeUserPoolClient: DescribeUserPoolClient(idp),
    ForgotPassword: ForgotPassword(idp),
    GetGroup: GetGroup(idp),
    GetTokensFromRefreshToken: GetTokensFromRefreshToken(idp),
    GetUser: GetUser(idp),
    GetUserAttributeVerificationCode: GetUserAttributeVerificationCode(idp),
    GlobalSignOut: GlobalSignOut(idp),
    InitiateAuth: InitiateAuth(idp),
    ListGroups: ListGroups(idp),
    ListUserPools: ListUserPools(idp),
    ListUsers: ListUsers(idp),
    ListUsersInGroup: ListUsersInGroup(idp),
    ResendConfirmationCode: ResendConfirmationCode(idp),
    RespondToAuthChallenge: RespondToAuthChallenge(idp),
    RevokeToken: RevokeToken(idp),
    SetUserMFAPreference: SetUserMFAPreference(idp),
    SignUp: SignUp(idp),
    UpdateUserAttributes: UpdateUserAttributes(idp),
    VerifySoftwareToken: VerifySoftwareToken(idp),
    VerifyUserAttribute: VerifyUserAttribute(idp),
  };
}
