const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })

/**
 * National lines that a resident can use whatever the partnership has published. Each is printed on its organisation's
 * own site: police.uk, crimestoppers-uk.org, nationaldahelpline.org.uk, gov.wales/live-fear-free, victimsupport.org.uk,
 * childline.org.uk.
 */
export const helpLines = {
  police: [
    row(
      'Not an emergency',
      'Call 101, or report online at police.uk. If you are deaf or hard of hearing, use Relay UK: 18001 101.',
    ),
    row('Without giving your name', 'Crimestoppers, 0800 555 111.'),
  ],
  support: [
    row('Domestic abuse, England', 'National Domestic Abuse Helpline, 0808 2000 247, day and night.'),
    row('Domestic or sexual abuse, Wales', 'Live Fear Free, 0808 80 10 800, day and night.'),
    row('Victims of any crime', 'Victim Support, 0808 16 89 111, day and night.'),
    row('Children and young people', 'Childline, 0800 1111, day and night.'),
  ],
}
