/** Fills the catalog before the tests and the gallery, which have no page of the app that fetches it. */
import { fillCatalog } from '../../clinical/catalog/catalog.ts';
import { fillUnitSpellings } from '../../clinical/units/canonicalUnit.ts';
import table from '../../clinical/catalog/loinc-catalog.json?table';

fillCatalog(table);
fillUnitSpellings(table);
