/** Characters without a shape, as part of a class in a regular expression: they hide in texts, or turn them. */
export const shapeless = '\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb'
