import type { OptionTree, Tree } from './tree.ts';
import type { Value } from './values.ts';

/** For Windows PowerShell 5.1 and PowerShell 7. */
export function powershell({ commands, options }: Tree): string {
  const tables = commands.map(
    ({ name, words, options: own, value }) => `  $command = @{
    Options = @(${[...own, ...options].map(entry).join(', ')})
    Value = ${offered(value)}
  }
${[name, ...words].map((each) => `  $commands[${quoted(each)}] = $command`).join('\n')}
`,
  );
  return `# pingan 的补全脚本，由 pingan completion powershell 生成
Register-ArgumentCompleter -Native -CommandName pingan -ScriptBlock {
  param($word, $ast, $position)
  $commands = @{}
${tables.join('')}  $names = @(${commands.map(({ name, summary }) => `@(${quoted(name)}, ${quoted(summary)})`).join(', ')})
  $global = @(${options.map(entry).join(', ')})
  function Offer($text, $tip) {
    if ($text -like "$word*") {
      [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $tip)
    }
  }
  function OfferValue($value) {
    if ($value.Words) { $value.Words | ForEach-Object { Offer $_ $_ } }
    if ($value.Files) {
      Get-ChildItem -Path "$word*" -ErrorAction SilentlyContinue | Where-Object {
        $_.PSIsContainer -or ($value.Files -contains '*') -or ($value.Files -contains $_.Extension.TrimStart('.'))
      } | ForEach-Object {
        $folder = Split-Path -Path $word
        $text = if ($folder) { Join-Path $folder $_.Name } else { $_.Name }
        if ($text -match '\\s') { $text = "'$text'" }
        [System.Management.Automation.CompletionResult]::new($text, $_.Name, 'ProviderItem', $_.Name)
      }
    }
  }
  $typed = @($ast.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $position } |
    ForEach-Object { $_.ToString() })
  $first = $typed | Where-Object { $_ -notlike '-*' } | Select-Object -First 1
  if (-not $first -or -not $commands.ContainsKey($first)) {
    if ($word -like '-*') { $global | ForEach-Object { $tip = $_.Tip; $_.Names | ForEach-Object { Offer $_ $tip } } }
    elseif ($word -match '^[^\\x00-\\x7F]') { $commands.Keys | Where-Object { $_ -match '[^\\x00-\\x7F]' } | ForEach-Object { Offer $_ $_ } }
    else { $names | ForEach-Object { Offer $_[0] $_[1] } }
    return
  }
  $command = $commands[$first]
  $before = $typed | Select-Object -Last 1
  $option = $command.Options | Where-Object { $_.Value -and (($_.Names -contains $before) -or ($_.Words -contains $before)) } |
    Select-Object -First 1
  if ($option) { OfferValue $option.Value }
  elseif ($word -match '^--[^\\x00-\\x7F]') { $command.Options | ForEach-Object { $tip = $_.Tip; $_.Words | ForEach-Object { Offer $_ $tip } } }
  elseif ($word -like '-*') { $command.Options | ForEach-Object { $tip = $_.Tip; $_.Names | ForEach-Object { Offer $_ $tip } } }
  else { OfferValue $command.Value }
}
`;
}

function entry({ names, words, description, value }: OptionTree): string {
  const list = (all: readonly string[]) => `@(${all.map(quoted).join(', ')})`;
  const behind = value ? `; Value = ${offered(value)}` : '';
  return `@{ Names = ${list(names)}; Words = ${list(words)}; Tip = ${quoted(description)}${behind} }`;
}

function offered(value: Value): string {
  const list = (all: readonly string[]) => all.map(quoted).join(', ');
  if (value.kind === 'words') return `@{ Words = @(${list(value.words)}) }`;
  if (value.kind === 'files')
    return `@{ Files = @(${value.endings.length > 0 ? list(value.endings) : "'*'"}) }`;
  return value.kind === 'folders' ? "@{ Files = @('/') }" : '@{ Free = $true }';
}

/** The quotation marks of Chinese end a string of PowerShell as the straight ones do. */
function quoted(text: string): string {
  return `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
}
