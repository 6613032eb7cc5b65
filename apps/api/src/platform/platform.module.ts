import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { TypeOrmModule } from '@nestjs/typeorm';

import { NightlyBackup } from './backup/nightly-backup';
import { Clock } from './clock/clock';
import { CONFIG, type Config } from './config/config';
import { dataSourceOptions } from './database/data-source';
import { Database } from './database/database';
import { DocumentRenderer } from './documents/document-renderer';
import { StoredFiles } from './files/stored-files';
import { HistoryController } from './history/history-controller';
import { IdempotencyInterceptor } from './http/idempotency-interceptor';
import { ListExporter } from './lists/list-export';
import { DecideAboutMail } from './mail/decide-about-mail';
import { DeliverMails } from './mail/deliver-mails';
import { MailController } from './mail/mail-controller';
import { MailSettings } from './mail/mail-settings';
import { Outbox } from './mail/outbox';
import { ReadMails } from './mail/read-mails';
import { SaveMailSettings } from './mail/save-mail-settings';
import { SendTestMail } from './mail/send-test-mail';
import { PrepareKey } from './secrets/prepare-key';
import { Secrets } from './secrets/secrets';
import { SessionController } from './sign-in/session-controller';
import { SessionGuard } from './sign-in/session-guard';
import { Sessions } from './sign-in/sessions';
import { SignIn } from './sign-in/sign-in';
import { TaskController } from './tasks/task-controller';
import { TaskHandlers } from './tasks/task-handlers';
import { Tasks } from './tasks/tasks';
import { ChangeOwnAccount } from './users/change-own-account';
import { OneTimeLinks } from './users/one-time-links';
import { SaveUser } from './users/save-user';
import { UserController } from './users/user-controller';

const shared = [
  NightlyBackup,
  Database,
  DocumentRenderer,
  ListExporter,
  StoredFiles,
  Secrets,
  TaskHandlers,
  Tasks,
  Sessions,
  SaveUser,
  OneTimeLinks,
  Outbox,
  MailSettings,
  DeliverMails,
];

/** What every feature stands on. Global, so that a feature names only the features it uses. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, connect = true): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(config.databaseUrl),
          retryAttempts: 0,
          manualInitialization: !connect,
        }),
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: 3_000 }]),
      ],
      controllers: [SessionController, UserController, HistoryController, TaskController, MailController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: new Clock(config.fixedNow) },
        { provide: APP_GUARD, useClass: ThrottlerGuard },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        SignIn,
        PrepareKey,
        ChangeOwnAccount,
        DecideAboutMail,
        ReadMails,
        SaveMailSettings,
        SendTestMail,
        ...shared,
      ],
      exports: [...shared, CONFIG, Clock],
    };
  }
}
