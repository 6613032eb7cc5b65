import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
  ValidateIf,
} from 'class-validator';

import { roles, type Role } from '../sign-in/actor';

/** A person who may sign in; they choose their password with a one-time link. */
export class UserInput {
  @IsEmail()
  email: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  displayName: string;

  @IsIn(roles)
  role: Role;

  @IsOptional()
  @IsIn(['fr', 'en'])
  locale?: 'fr' | 'en';
}

export class UserUpdate {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  displayName: string;

  @IsIn(roles)
  role: Role;

  @IsIn(['fr', 'en'])
  locale: 'fr' | 'en';

  /** A disabled account keeps its name in the history and signs in no more. */
  @IsBoolean()
  disabled: boolean;

  /** The version that was read; refused where somebody saved since. */
  @IsInt()
  version: number;
}

export class UserResponse {
  id: number;
  version: number;
  email: string;
  displayName: string;
  @IsIn(roles)
  role: Role;
  @IsIn(['fr', 'en'])
  locale: 'fr' | 'en';
  disabled: boolean;
  /** False until they have chosen one with their link. */
  hasPassword: boolean;
  isDemo: boolean;
}

export class UserListResponse {
  items: UserResponse[];
}

/** Where somebody chooses their password, once. */
export class PasswordLinkResponse {
  /** To be put after the address of the house's Colophon. */
  path: string;
  expiresAt: string;
}

export class PasswordRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  token: string;

  /** At least ten characters; length protects better than signs. */
  @IsString()
  @MinLength(10)
  @MaxLength(200)
  password: string;
}

/** What people change of their own account; what is absent stays. */
export class OwnAccountUpdate {
  @IsOptional()
  @IsIn(['fr', 'en'])
  locale?: 'fr' | 'en';

  @IsOptional()
  @IsString()
  @MinLength(10)
  @MaxLength(200)
  newPassword?: string;

  /** Needed for a new password. */
  @ValidateIf((update: OwnAccountUpdate) => update.newPassword !== undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  currentPassword?: string;
}
