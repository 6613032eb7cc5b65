import type { ContributorResponse, TaxAlert, TaxProfileResponse } from '@colophon/api-client';
import { aSession, openAt, settle } from '../../platform/testing';
import { routes as pages } from './contributors.routes';

const routes = [{ path: 'catalogue/contributeurs', children: pages }];
const LIST = '/catalogue/contributeurs';
const editorial = aSession({ permissions: ['parties.read', 'parties.write'] });
const accountant = aSession({ permissions: ['parties.read', 'parties.write', 'parties.bank'] });
const IBAN = 'FR7630006000011234567890189';

function aContributor(with_: Partial<ContributorResponse> = {}): ContributorResponse {
  return {
    ...{ id: 7, version: 3, externalId: null, kind: 'person' as const, displayName: 'Nao Breizh', lastName: 'Le Goff' },
    ...{
      firstName: 'Anaïs',
      pseudonym: 'Nao Breizh',
      isni: null,
      email: null,
      language: 'fr' as const,
      phone: null,
      address: {},
      siret: null,
    },
    ...{ vatNumber: null, iban: null, ibanMasked: '•••• 0189', bic: null, socialSecurityNumber: null },
    ...{ socialSecurityNumberMasked: '•••• 38', notes: null, archived: false },
    taxProfiles: [anExemption()],
    ...with_,
  };
}

function anExemption(with_: Partial<TaxProfileResponse> = {}): TaxProfileResponse {
  return {
    ...{ validFrom: '2026-01-01', situation: 'exempt', social: 'exempt', vat: 'liable', withholdingTaxRate: '0' },
    ...{ exemptUntil: '2026-12-31', certificateNumber: 'D-77', certificateFileId: null, country: null },
    ...{ form5000On: null, form5003On: null, formsUntil: null },
    ...with_,
  };
}

const seen = { iban: IBAN, bic: 'AGRIFRPP', socialSecurityNumber: '255081416802538' };
const pageOf = <Row>(items: Row[]) => ({ items, nextCursor: null, total: items.length, totalIsCapped: false });
const textOf = (page: Element): string => page.textContent.replaceAll(/[\s\u00a0\u202f]+/g, ' ');

function type(box: Element | null, text: string): void {
  if (!(box instanceof HTMLInputElement)) throw new Error('There is no such field');
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  box.dispatchEvent(new Event('blur'));
}

const fieldOf = (page: Element, label: string): HTMLInputElement => {
  const found = [...page.querySelectorAll('label')].find((one) => one.textContent.trim().startsWith(label));
  return page.querySelector(`#${found?.htmlFor}`) as HTMLInputElement;
};

async function openPage(session: typeof editorial, record: ContributorResponse, alerts: TaxAlert[] = []) {
  const { harness, http, page } = await openAt(routes, `${LIST}/7`, session);
  http.expectOne('/api/contributors/7').flush(record);
  await settle(harness);
  http.expectOne((sent) => sent.url === '/api/works').flush(pageOf([]));
  http.expectOne('/api/contributors/tax-alerts').flush({ items: alerts });
  await settle(harness);
  return { harness, http, page };
}

async function openForm(session: typeof editorial, record: ContributorResponse) {
  const { harness, http } = await openAt(routes, '/', session);
  const navigation = harness.navigateByUrl(`${LIST}/7/modifier`);
  await new Promise((done) => setTimeout(done));
  http.expectOne('/api/contributors/7').flush(record);
  await navigation;
  await settle(harness);
  return { harness, http, page: harness.routeNativeElement as HTMLElement };
}

beforeEach(() => localStorage.clear());

it('the list shows people by their last name, with their roles in words', async () => {
  const { harness, http, page } = await openAt(routes, LIST, editorial);
  const row = { ...aContributor(), city: 'Brest', roles: ['A01', 'B06'], workCount: 2, contractCount: 1 };
  http.expectOne((sent) => sent.url === '/api/contributors').flush(pageOf([row]));
  await settle(harness);
  const text = textOf(page.querySelector('tbody tr') as Element);
  expect(text).toContain('Le Goff, Anaïs Nao Breizh');
  expect(text).toContain('Texte (autrice, auteur), Traduction');
});

describe('the page of a contributor', () => {
  it('shows the accountant the account and the social-security number, grouped', async () => {
    const { page } = await openPage(accountant, aContributor(seen));
    expect(textOf(page)).toContain('FR76 3000 6000 0112 3456 7890 189');
    expect(textOf(page)).toContain('2 55 08 14 168 025 38');
    expect(textOf(page)).toContain('AGRIFRPP');
  });

  it('shows others enough to recognise them, and why no more', async () => {
    const { page } = await openPage(editorial, aContributor());
    expect(textOf(page)).toContain('•••• 0189');
    expect(textOf(page)).toContain('Seules la comptabilité et la direction');
    expect(textOf(page)).not.toContain('BIC');
  });

  it('tells the tax profiles in words, and the civil name below the pseudonym', async () => {
    const { page } = await openPage(editorial, aContributor());
    expect(textOf(page)).toContain('dispense de précompte');
    expect(textOf(page)).toContain('31/12/2026');
    expect(textOf(page)).toContain('Anaïs Le Goff');
  });

  it('says what to complete before this person is paid, and nothing of others', async () => {
    const alert = { contributorId: 7, name: 'Nao Breizh', until: '2026-12-31' };
    const others = { ...alert, kind: 'iban-missing' as const, contributorId: 8 };
    const alerts = [{ ...alert, kind: 'paper-lapses-soon' as const }, others];
    const { page } = await openPage(editorial, aContributor(), alerts);
    expect(textOf(page)).toContain('Le justificatif expire le 31/12/2026 : demandez le suivant.');
    expect(textOf(page)).not.toContain('L’IBAN manque');
  });
});

describe('the form of a contributor', () => {
  it('has no bank fields for who may not see them, and sends none', async () => {
    const { harness, http, page } = await openForm(editorial, aContributor());
    expect(page.querySelector('ui-iban-input')).toBeNull();
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const { body } = http.expectOne({ method: 'PUT', url: '/api/contributors/7' }).request;
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['iban']));
    expect(body).not.toHaveProperty('bic');
    expect(body).not.toHaveProperty('socialSecurityNumber');
    expect(body).toMatchObject({ version: 3, lastName: 'Le Goff', address: {} });
  });

  it('lets the accountant change and remove them, and keeps none of it on the machine', async () => {
    const { harness, http, page } = await openForm(accountant, aContributor(seen));
    type(fieldOf(page, 'BIC'), '');
    type(fieldOf(page, 'IBAN'), 'FR76 3000 6000 0112 3456 7890 188');
    await settle(harness);
    expect(textOf(page)).toContain('Cet IBAN n’est pas juste');
    type(fieldOf(page, 'IBAN'), IBAN);
    await new Promise((done) => setTimeout(done, 700));
    expect(Object.keys(localStorage).filter((key) => key.includes('contributor'))).toEqual([]);
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const { body } = http.expectOne({ method: 'PUT', url: '/api/contributors/7' }).request;
    expect(body).toMatchObject({ iban: IBAN, bic: null, socialSecurityNumber: '255081416802538' });
  });

  it('places a refusal at the field of the profile that it names', async () => {
    const { harness, http, page } = await openForm(editorial, aContributor());
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const detail = 'Deux profils fiscaux commencent à la même date.';
    const errors = [{ pointer: '/taxProfiles/0/validFrom', code: 'tax-profile-dates', detail }];
    http
      .expectOne({ method: 'PUT', url: '/api/contributors/7' })
      .flush(
        { status: 422, code: 'tax-profile-dates', title: detail, errors },
        { status: 422, statusText: 'Unprocessable' },
      );
    await settle(harness);
    expect(textOf(page.querySelector('fieldset .errors') as Element)).toContain(detail);
  });
});

describe('the tax profile in the form', () => {
  const choose = (page: Element, label: string, value: string) => {
    const select = fieldOf(page, label) as unknown as HTMLSelectElement;
    select.value = value;
    select.dispatchEvent(new Event('input', { bubbles: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const submit = async (opened: Awaited<ReturnType<typeof openForm>>) => {
    opened.page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(opened.harness);
    return opened.http.expectOne({ method: 'PUT', url: '/api/contributors/7' }).request.body.taxProfiles;
  };

  it('asks what the situation needs, and sends nothing else', async () => {
    const opened = await openForm(editorial, aContributor());
    const { harness, page } = opened;
    expect(textOf(page)).toContain('Attestation valable jusqu’au');
    choose(page, 'Situation', 'treaty');
    await settle(harness);
    expect(textOf(page)).not.toContain('Attestation valable');
    type(fieldOf(page, 'Pays de résidence'), 'Ruritanie');
    await settle(harness);
    expect(textOf(page)).toContain('n’est pas celui d’un pays');
    type(fieldOf(page, 'Pays de résidence'), 'Suisse');
    type(fieldOf(page, 'Formulaire 5000'), '2025-12-01');
    type(fieldOf(page, 'Formulaire 5003'), '2025-12-02');
    await settle(harness);
    expect(await submit(opened)).toEqual([
      {
        ...{ validFrom: '2026-01-01', situation: 'treaty', country: 'CH' },
        ...{ form5000On: '2025-12-01', form5003On: '2025-12-02', formsUntil: null },
      },
    ]);
  });

  it('sends an exemption as it was read, and a country by its code', async () => {
    const abroad = anExemption({
      ...{ validFrom: '2027-01-01', situation: 'abroad', vat: 'reverseCharge' },
      ...{ withholdingTaxRate: '25', country: 'BE', exemptUntil: null },
    });
    const opened = await openForm(editorial, aContributor({ taxProfiles: [anExemption(), abroad] }));
    expect(await submit(opened)).toEqual([
      {
        ...{ validFrom: '2026-01-01', situation: 'exempt', vat: 'liable', certificateFileId: null },
        ...{ exemptUntil: '2026-12-31', certificateNumber: 'D-77' },
      },
      { validFrom: '2027-01-01', situation: 'abroad', country: 'BE', withholdingTaxRate: '25' },
    ]);
  });

  it('attaches the paper, and says why one was refused', async () => {
    const opened = await openForm(editorial, aContributor());
    const { harness, http, page } = opened;
    const box = page.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
    const attach = () => {
      Object.defineProperty(box, 'files', { value: [new File(['%PDF-'], 'dispense.pdf')], configurable: true });
      box.dispatchEvent(new Event('change'));
      return http.expectOne({ method: 'POST', url: '/api/contributors/certificates' });
    };
    attach().flush(
      { status: 415, code: 'certificate-not-readable', title: 'Ce fichier n’est pas un PDF.' },
      { status: 415, statusText: 'Unsupported' },
    );
    await settle(harness);
    expect(textOf(page.querySelector('[role=alert]') as Element)).toContain('n’est pas un PDF');
    attach().flush({ fileId: 31, mediaType: 'application/pdf' });
    await settle(harness);
    expect(textOf(page)).toContain('Attestation jointe.');
    expect(await submit(opened)).toMatchObject([{ certificateFileId: 31 }]);
  });
});
