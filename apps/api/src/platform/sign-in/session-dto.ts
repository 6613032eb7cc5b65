import { IsEmail, IsIn, IsNotEmpty, IsString, MaxLength, MinLength } from 'class-validator';

import { roles, type Role } from './actor';

export class SignInRequest {
  @IsEmail()
  email: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  password: string;
}

/** The first account of an empty house, made with the one-time link that its start prints. */
export class FirstOwnerRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  token: string;

  @IsEmail()
  email: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  displayName: string;

  /** At least ten characters; length protects better than signs. */
  @IsString()
  @MinLength(10)
  @MaxLength(200)
  password: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  houseName: string;
}

export class SessionUser {
  id: number;
  email: string;
  displayName: string;
  @IsIn(roles)
  role: Role;
  @IsIn(['fr', 'en'])
  locale: 'fr' | 'en';
}

/** Who is signed in, what they may do, and where they are. */
export class SessionResponse {
  user: SessionUser;
  permissions: string[];
  csrfToken: string;
  houseName: string;
  isDemo: boolean;
  /** The day the house is in, `YYYY-MM-DD`: fixed in the demo. */
  today: string;
}
