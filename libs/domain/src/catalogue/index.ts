export {
  priceInForce,
  sortPrices,
  unitPriceExclVat,
  unitPriceRoundings,
  type Price,
  type UnitPriceRounding,
} from './prices';
export {
  availabilities,
  bookForms,
  contributorRoles,
  digitalForms,
  isDigital,
  onixCodeOfAvailability,
  onixCodeOfForm,
  onixCodeOfRole,
  productForms,
  type Availability,
  type ContributorRole,
  type ProductForm,
} from './codes';
