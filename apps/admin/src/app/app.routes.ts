import { inject } from '@angular/core';
import { Router, type Routes } from '@angular/router';
import { Session } from './platform/session/session';
import { signedIn } from './platform/session/guards';
import type { NavEntry } from './platform/shell/nav';
import { Navigation } from './platform/shell/navigation';

/** The navigation. A feature adds its pages here, one line each, and its routes below: a section appears with its first page. */
export const nav: readonly NavEntry[] = [
  { section: 'home', path: '/accueil', label: { fr: 'Accueil', en: 'Home' }, permission: 'overview.read' },
  {
    section: 'catalogue',
    path: '/catalogue/oeuvres',
    label: { fr: 'Œuvres', en: 'Works' },
    permission: 'catalogue.read',
    create: {
      path: '/catalogue/oeuvres/nouveau',
      label: { fr: 'Nouvelle œuvre', en: 'New work' },
      permission: 'catalogue.write',
    },
  },
  {
    section: 'catalogue',
    path: '/catalogue/contributeurs',
    label: { fr: 'Contributeurs', en: 'Contributors' },
    permission: 'parties.read',
    create: {
      path: '/catalogue/contributeurs/nouveau',
      label: { fr: 'Nouveau contributeur', en: 'New contributor' },
      permission: 'parties.write',
    },
  },
  {
    section: 'catalogue',
    path: '/catalogue/collections',
    label: { fr: 'Collections', en: 'Series' },
    permission: 'catalogue.read',
  },
  {
    section: 'contracts',
    path: '/contrats',
    label: { fr: 'Contrats', en: 'Contracts' },
    permission: 'contracts.read',
    create: {
      path: '/contrats/nouveau',
      label: { fr: 'Nouveau contrat', en: 'New contract' },
      permission: 'contracts.write',
    },
  },
  {
    section: 'production',
    path: '/fabrication/tirages',
    label: { fr: 'Tirages', en: 'Print runs' },
    permission: 'print-runs.read',
    create: {
      path: '/fabrication/tirages/nouveau',
      label: { fr: 'Nouveau tirage', en: 'New print run' },
      permission: 'print-runs.write',
    },
  },
  { section: 'stock', path: '/stock/titres', label: { fr: 'Par titre', en: 'By title' }, permission: 'stock.read' },
  {
    section: 'stock',
    path: '/stock/mouvements',
    label: { fr: 'Mouvements', en: 'Movements' },
    permission: 'stock.read',
  },
  {
    section: 'stock',
    path: '/stock/inventaire',
    label: { fr: 'Inventaire', en: 'Stock count' },
    permission: 'stock.write',
  },
  {
    section: 'sales',
    path: '/ventes/points-de-vente',
    label: { fr: 'Points de vente', en: 'Points of sale' },
    permission: 'parties.read',
    create: {
      path: '/ventes/points-de-vente/nouveau',
      label: { fr: 'Nouveau point de vente', en: 'New point of sale' },
      permission: 'points-of-sale.write',
    },
  },
  {
    section: 'sales',
    path: '/ventes/factures',
    label: { fr: 'Factures', en: 'Invoices' },
    permission: 'sales.read',
    create: {
      path: '/ventes/factures/nouvelle',
      label: { fr: 'Nouvelle facture', en: 'New invoice' },
      permission: 'sales.write',
    },
  },
  {
    section: 'royalties',
    path: '/droits/clotures',
    label: { fr: 'Clôtures', en: 'Closings' },
    permission: 'royalties.read',
    create: {
      path: '/droits/clotures/nouvelle',
      label: { fr: 'Nouvelle clôture', en: 'New closing' },
      permission: 'royalties.close',
    },
  },
  {
    section: 'royalties',
    path: '/droits/redditions',
    label: { fr: 'Redditions', en: 'Statements' },
    permission: 'royalties.read',
  },
  {
    section: 'royalties',
    path: '/droits/simulateur',
    label: { fr: 'Simulateur', en: 'Simulator' },
    permission: 'royalties.read',
  },
  {
    section: 'royalties',
    path: '/droits/paiements',
    label: { fr: 'Paiements', en: 'Payments' },
    permission: 'payments.read',
    create: {
      path: '/droits/paiements/ordres/nouveau',
      label: { fr: 'Nouvel ordre de paiement', en: 'New payment run' },
      permission: 'payments.write',
    },
  },
  {
    section: 'royalties',
    path: '/droits/declarations',
    label: { fr: 'Déclarations', en: 'Returns' },
    permission: 'payments.read',
  },
  {
    section: 'royalties',
    path: '/droits/recettes',
    label: { fr: 'Recettes', en: 'Receipts' },
    permission: 'royalties.read',
    create: {
      path: '/droits/recettes/nouvelle',
      label: { fr: 'Nouvelle recette', en: 'New receipt' },
      permission: 'royalties.write',
    },
  },
  {
    section: 'royalties',
    path: '/droits/cessions',
    label: { fr: 'Cessions', en: 'Licences' },
    permission: 'royalties.read',
    create: {
      path: '/droits/cessions/nouvelle',
      label: { fr: 'Nouvelle cession', en: 'New licence' },
      permission: 'royalties.write',
    },
  },
  {
    section: 'royalties',
    path: '/droits/questions',
    label: { fr: 'Questions des auteurs', en: 'Authors’ questions' },
    permission: 'royalties.read',
  },
  {
    section: 'accounts',
    path: '/comptes/ecritures',
    label: { fr: 'Écritures', en: 'Entries' },
    permission: 'accounting.read',
  },
  {
    section: 'accounts',
    path: '/comptes/balance',
    label: { fr: 'Balance', en: 'Trial balance' },
    permission: 'accounting.read',
  },
  {
    section: 'accounts',
    path: '/comptes/plan',
    label: { fr: 'Plan de comptes', en: 'Chart of accounts' },
    permission: 'accounting.read',
  },
  {
    section: 'exchange',
    path: '/echanges/imports',
    label: { fr: 'Imports', en: 'Imports' },
    permission: 'exchange.import',
    create: {
      path: '/echanges/imports/nouveau',
      label: { fr: 'Importer des fichiers', en: 'Import files' },
      permission: 'exchange.import',
    },
  },
  {
    section: 'exchange',
    path: '/echanges/exports',
    label: { fr: 'Exports', en: 'Exports' },
    permission: 'exchange.export',
  },
  { section: 'settings', path: '/reglages/maison', label: { fr: 'Maison', en: 'House' }, permission: 'settings.read' },
  { section: 'settings', path: '/reglages/taux', label: { fr: 'Taux', en: 'Rates' }, permission: 'settings.read' },
  {
    section: 'settings',
    path: '/reglages/courriels',
    label: { fr: 'Courriels', en: 'Mail' },
    permission: 'mail.read',
  },
  {
    section: 'settings',
    path: '/reglages/boite-d-envoi',
    label: { fr: 'Boîte d’envoi', en: 'Outbox' },
    permission: 'mail.read',
  },
  {
    section: 'settings',
    path: '/reglages/utilisateurs',
    label: { fr: 'Utilisateurs', en: 'Users' },
    permission: 'users.manage',
    create: {
      path: '/reglages/utilisateurs/nouveau',
      label: { fr: 'Nouvel utilisateur', en: 'New user' },
      permission: 'users.manage',
    },
  },
];

/** The features' lazy routes, below the shell. */
const features: Routes = [
  {
    path: 'catalogue/oeuvres',
    loadChildren: () => import('./catalogue/works/works.routes').then((file) => file.routes),
  },
  {
    path: 'catalogue/contributeurs',
    loadChildren: () => import('./parties/contributors/contributors.routes').then((file) => file.routes),
  },
  {
    path: 'catalogue/collections',
    loadChildren: () => import('./catalogue/collections/collections.routes').then((file) => file.routes),
  },
  { path: 'accueil', loadChildren: () => import('./overview/overview.routes').then((file) => file.routes) },
  { path: 'contrats', loadChildren: () => import('./contracts/contracts.routes').then((file) => file.routes) },
  {
    path: 'fabrication/tirages',
    loadChildren: () => import('./print-runs/print-runs.routes').then((file) => file.routes),
  },
  { path: 'stock', loadChildren: () => import('./stock/stock.routes').then((file) => file.routes) },
  {
    path: 'ventes/points-de-vente',
    loadChildren: () => import('./parties/points-of-sale/points-of-sale.routes').then((file) => file.routes),
  },
  {
    path: 'ventes/factures',
    loadChildren: () => import('./sales/invoices/invoices.routes').then((file) => file.routes),
  },
  {
    path: 'droits/simulateur',
    loadChildren: () => import('./royalties/simulator/simulator.routes').then((file) => file.routes),
  },
  {
    path: 'droits/recettes',
    loadChildren: () => import('./royalties/income/income.routes').then((file) => file.receiptRoutes),
  },
  {
    path: 'droits/cessions',
    loadChildren: () => import('./royalties/income/income.routes').then((file) => file.licenceRoutes),
  },
  {
    path: 'droits/declarations',
    loadChildren: () => import('./payments/declarations/declarations.routes').then((file) => file.routes),
  },
  {
    path: 'droits/paiements',
    loadChildren: () => import('./payments/payments.routes').then((file) => file.routes),
  },
  {
    path: 'droits/questions',
    loadChildren: () => import('./author-space/questions.routes').then((file) => file.routes),
  },
  { path: 'droits', loadChildren: () => import('./royalties/royalties.routes').then((file) => file.routes) },
  { path: 'comptes', loadChildren: () => import('./accounting/accounting.routes').then((file) => file.routes) },
  { path: 'echanges', loadChildren: () => import('./exchange/exchange.routes').then((file) => file.routes) },
  { path: 'reglages/maison', loadChildren: () => import('./parties/house/house.routes').then((file) => file.routes) },
  { path: 'reglages/taux', loadChildren: () => import('./royalties/rates/rates.routes').then((file) => file.routes) },
  {
    path: 'reglages/courriels',
    loadChildren: () => import('./platform/mail/mail.routes').then((file) => file.settingsRoutes),
  },
  {
    path: 'reglages/boite-d-envoi',
    loadChildren: () => import('./platform/mail/mail.routes').then((file) => file.outboxRoutes),
  },
  {
    path: 'reglages/utilisateurs',
    loadChildren: () => import('./platform/users/users.routes').then((file) => file.routes),
  },
];

export const routes: Routes = [
  {
    path: 'connexion',
    title: 'platform.signIn.title',
    loadComponent: () => import('./platform/sign-in/sign-in').then((file) => file.SignIn),
  },
  {
    path: 'premier-compte',
    title: 'platform.firstOwner.title',
    loadComponent: () => import('./platform/sign-in/first-owner').then((file) => file.FirstOwnerPage),
  },
  {
    path: 'mot-de-passe',
    title: 'platform.choosePassword.title',
    loadComponent: () => import('./platform/sign-in/choose-password').then((file) => file.ChoosePassword),
  },
  {
    path: 'indisponible',
    title: 'platform.unavailable.title',
    loadComponent: () => import('./platform/pages/unavailable').then((file) => file.Unavailable),
  },
  {
    path: 'auteur',
    loadChildren: () => import('./author-space/author-space.routes').then((file) => file.routes),
  },
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: () => import('./platform/shell/shell').then((file) => file.Shell),
    children: [
      {
        path: '',
        pathMatch: 'full',
        canActivate: [
          async () => {
            const router = inject(Router);
            const navigation = inject(Navigation);
            await inject(Session).current();
            return router.parseUrl(navigation.start());
          },
        ],
        children: [],
      },
      ...features,
      {
        path: 'mon-compte',
        loadChildren: () => import('./platform/own-account/own-account.routes').then((file) => file.routes),
      },
      {
        path: 'interdit',
        title: 'platform.forbidden.title',
        loadComponent: () => import('./platform/pages/forbidden').then((file) => file.Forbidden),
      },
      {
        path: '**',
        title: 'platform.notFound.title',
        loadComponent: () => import('./platform/pages/not-found').then((file) => file.NotFound),
      },
    ],
  },
];
