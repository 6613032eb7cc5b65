import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** What the compiler's plugin knows of the DTO classes; written by `scripts/openapi.cjs`. */
export type DtoMetadata = () => Promise<Record<string, unknown>>;

/** The wire, described from the DTO classes alone: a field is declared once. */
export async function openapiDocument(app: INestApplication, metadata: DtoMetadata): Promise<OpenAPIObject> {
  await SwaggerModule.loadPluginMetadata(metadata);
  const base = new DocumentBuilder()
    .setTitle('Colophon')
    .setDescription('The back office of independent book publishers.')
    .setVersion('0.1.0')
    .setLicense('AGPL-3.0-or-later', 'https://www.gnu.org/licenses/agpl-3.0.html')
    .addCookieAuth('colophon_session')
    .build();
  return SwaggerModule.createDocument(app, base, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}
