import js from '@eslint/js'
import graphql from '@graphql-eslint/eslint-plugin'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** What lies outside a border may not be imported across it: app → features → shared. */
const border = (files, ...forbidden) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ group: forbidden, message: 'app → features → shared: never back, nor from feature to feature.' }] },
    ],
  },
})

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/shared/graphql/generated', 'test-results'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [js.configs.recommended, tseslint.configs.strict, reactHooks.configs.flat.recommended],
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Texts of others are never markup here.',
        },
      ],
    },
  },
  border(['src/features/**'], '@/app/*', '@/features/*', '../*'),
  border(['src/shared/**'], '@/app/*', '@/features/*'),
  {
    files: ['src/**/*.{ts,tsx}'],
    processor: graphql.processor,
  },
  {
    files: ['**/*.graphql'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: '../schema/*.graphqls', documents: 'src/**/*.{ts,tsx}' } },
    },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      '@graphql-eslint/no-anonymous-operations': 'error',
      '@graphql-eslint/no-deprecated': 'error',
      '@graphql-eslint/no-duplicate-fields': 'error',
      '@graphql-eslint/known-type-names': 'error',
      '@graphql-eslint/fields-on-correct-type': 'error',
    },
  },
)
