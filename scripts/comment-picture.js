// Draws a comment of a pull request as GitHub shows it, from its markdown: an SVG that holds the page.
import MarkdownIt from 'markdown-it'

const WIDTH = 880

/**
 * @param markdown the comment
 * @param open what the summary line of the detail begins with that is shown unfolded
 * @param height of the picture; what is below is cut off
 */
export function commentPicture(markdown, open, height) {
  const text = markdown
    .replaceAll('<br>', '<br/>')
    .replace(`<details>\n<summary>${open}`, `<details open="">\n<summary>${open}`)
  const body = new MarkdownIt({ html: true, xhtmlOut: true }).render(text)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">
<foreignObject width="${WIDTH}" height="${height}">
<div xmlns="http://www.w3.org/1999/xhtml" class="comment">
<style>${STYLE}</style>
<div class="head"><b>register-bot</b> commented</div>
<div class="body">
${body}</div>
</div>
</foreignObject>
</svg>
`
}

const STYLE = `
.comment { box-sizing: border-box; height: 100%; overflow: hidden; border: 1px solid #d0d7de; border-radius: 6px; background: #fff; color: #1f2328;
  font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
.head { padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d0d7de; color: #59636e; }
.body { padding: 4px 16px 16px; }
h2 { font-size: 21px; margin: 12px 0; padding-bottom: 6px; border-bottom: 1px solid #d0d7de; }
table { border-collapse: collapse; margin: 0 0 14px; }
td, th { border: 1px solid #d0d7de; padding: 4px 12px; }
tr:nth-child(2n) td { background: #f6f8fa; }
p, ul, details { margin: 0 0 10px; }
ul { padding-left: 24px; }
sub { color: #59636e; font-size: 11px; vertical-align: baseline; }
blockquote { margin: 4px 0 6px; padding: 0 12px; border-left: 3px solid #d0d7de; color: #59636e; }
code { background: #eff1f3; border-radius: 4px; padding: 1px 4px; font-size: 12px; }
`
