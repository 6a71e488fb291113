import type { CodegenConfig } from '@graphql-codegen/cli'

/** Validates every document in `src` against the schema and writes its types; refuses a scalar that is not named here. */
const config: CodegenConfig = {
  schema: '../schema/*.graphqls',
  documents: ['src/**/*.{ts,tsx}', '!src/shared/graphql/generated/**'],
  ignoreNoDocuments: true,
  generates: {
    './src/shared/graphql/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: {
        strictScalars: true,
        useTypeImports: true,
        enumsAsTypes: true,
        nonOptionalTypename: false,
        scalars: {
          ID: 'string',
          DateTime: 'string',
          Decimal: 'number',
          CountryCode: 'string',
          LanguageCode: 'string',
          CurrencyCode: 'string',
          LocaleTag: 'string',
        },
      },
    },
    './src/shared/graphql/generated/possibleTypes.ts': {
      plugins: ['fragment-matcher'],
      config: { useExplicitTyping: true },
    },
  },
}

export default config
